package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Remembered;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.store.Contacts;

record SqlContacts(Scope scope) implements Contacts {
  private static final String FIND =
      """
      SELECT version, remembered, name FROM contact WHERE installation = ? AND contact = ?
      """;
  private static final String ADD =
      """
      INSERT INTO contact (installation, contact, version) VALUES (?, ?, 1)
      """;
  private static final String ADVANCE =
      """
      UPDATE contact SET version = version + 1 WHERE installation = ? AND contact = ? AND version = ?
      """;
  private static final String REMEMBER =
      """
      UPDATE contact SET remembered = ?3 WHERE installation = ?1 AND contact = ?2
      """;
  private static final String NAME =
      """
      UPDATE contact SET name = ?3 WHERE installation = ?1 AND contact = ?2
      """;
  private static final String INTRODUCE =
      """
      INSERT INTO contact (installation, contact, version, remembered, name)
      VALUES (?, ?, 1, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String WHAT = "the contact";

  @Override
  public Stored find(InstallationId installation, ContactId contact) {
    return scope
        .one(
            installation,
            FIND,
            sql -> sql.name(contact),
            row ->
                new Stored(
                    row.number("version"),
                    row.maybe("remembered", written -> StoredForm.remembered(contact, written))
                        .orElse(Remembered.nothing()),
                    row.textOr("name", "")))
        .orElseGet(() -> new Stored(0, Remembered.nothing(), ""));
  }

  @Override
  public void advance(InstallationId installation, ContactId contact, long from) {
    if (from == 0) {
      scope.update(installation, ADD, sql -> sql.name(contact));
      return;
    }
    scope.updateOne(installation, ADVANCE, WHAT, sql -> sql.name(contact).number(from));
  }

  @Override
  public void remember(InstallationId installation, ContactId contact, Remembered remembered) {
    scope.updateOne(
        installation,
        REMEMBER,
        WHAT,
        sql -> sql.name(contact).text(StoredForm.of(contact, remembered)));
  }

  @Override
  public void name(InstallationId installation, ContactId contact, String name) {
    scope.updateOne(installation, NAME, WHAT, sql -> sql.name(contact).text(name));
  }

  @Override
  public void introduce(
      InstallationId installation, ContactId contact, Remembered remembered, String name) {
    scope.update(
        installation,
        INTRODUCE,
        sql -> sql.name(contact).text(StoredForm.of(contact, remembered)).text(name));
  }
}
