package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.store.Notices;
import java.time.Instant;

record SqlNotices(Scope scope) implements Notices {
  private static final String REFUSED =
      """
      INSERT INTO refusal (installation, contact, contract, contract_version, cause, at, reasons)
      VALUES
        (?1, ?2, ?3,
         (SELECT number FROM contract_version WHERE installation = ?1 AND contract = ?3 AND hash = ?4),
         ?5, ?6, ?7)
      """;
  private static final String ATTEND =
      """
      INSERT INTO attention (installation, run, contact, concern, words, raised_at)
      VALUES (?1, (SELECT number FROM run WHERE installation = ?1 AND run = ?2), ?3, ?4, ?5, ?6)
      """;
  private static final String ATTEND_ONCE =
      """
      INSERT INTO attention (installation, run, contact, concern, words, raised_at)
      SELECT ?1, NULL, ?2, ?3, ?4, ?5
      WHERE NOT EXISTS (
        SELECT 1 FROM attention
        WHERE installation = ?1 AND concern = ?3 AND words = ?4 AND settled_at IS NULL)
      """;
  private static final String SETTLED =
      """
      UPDATE attention SET settled_by = ?4, settled_at = ?5
      WHERE installation = ?1 AND concern = ?2 AND words = ?3 AND settled_at IS NULL
      """;
  private static final String ATTENDED =
      """
      UPDATE attention SET settled_by = ?3, settled_at = ?4
      WHERE installation = ?1 AND settled_at IS NULL
        AND run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2)
      """;
  private static final String ATTENDED_ONE =
      """
      UPDATE attention SET settled_by = ?4, settled_at = ?5
      WHERE number = (
        SELECT min(number) FROM attention
        WHERE installation = ?1 AND contact = ?2 AND words = ?3 AND run IS NULL
          AND settled_at IS NULL)
      """;
  private static final String ATTENDED_ONE_OF_RUN =
      """
      UPDATE attention SET settled_by = ?4, settled_at = ?5
      WHERE installation = ?1 AND settled_at IS NULL AND words = ?3
        AND run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2)
      """;
  private static final String ATTENDED_OF_ACCOUNT =
      """
      UPDATE attention SET settled_by = ?3, settled_at = ?4
      WHERE installation = ?1 AND contact IS NULL AND run IS NULL AND words = ?2
        AND settled_at IS NULL
      """;
  private static final String ORDERED =
      """
      INSERT INTO audit (installation, at, who, what, run, contact)
      VALUES (?1, ?2, ?3, ?4, (SELECT number FROM run WHERE installation = ?1 AND run = ?5), ?6)
      """;

  @Override
  public void refused(InstallationId installation, Refusal refusal, Instant at) {
    scope.update(
        installation,
        REFUSED,
        sql ->
            sql.name(refusal.contact())
                .name(refusal.contract())
                .text(refusal.hash())
                .text(refusal.cause())
                .time(at)
                .text(StoredForm.of(refusal.reasons())));
  }

  @Override
  public void attend(InstallationId installation, Attention attention, Instant at) {
    scope.update(
        installation,
        ATTEND,
        sql ->
            sql.maybe(attention.run())
                .maybe(attention.contact())
                .text(attention.concern().name())
                .text(attention.words())
                .time(at));
  }

  @Override
  public void attendOnce(InstallationId installation, Attention attention, Instant at) {
    scope.update(
        installation,
        ATTEND_ONCE,
        sql ->
            sql.maybe(attention.contact())
                .text(attention.concern().name())
                .text(attention.words())
                .time(at));
  }

  @Override
  public boolean settled(
      InstallationId installation, Concern concern, String words, String by, Instant at) {
    return scope.update(
            installation, SETTLED, sql -> sql.text(concern.name()).text(words).text(by).time(at))
        > 0;
  }

  @Override
  public void attended(InstallationId installation, RunId run, String by, Instant at) {
    scope.update(installation, ATTENDED, sql -> sql.name(run).text(by).time(at));
  }

  @Override
  public void attended(
      InstallationId installation, RunId run, String words, String by, Instant at) {
    scope.update(
        installation, ATTENDED_ONE_OF_RUN, sql -> sql.name(run).text(words).text(by).time(at));
  }

  @Override
  public void attended(
      InstallationId installation, ContactId contact, String words, String by, Instant at) {
    scope.update(
        installation, ATTENDED_ONE, sql -> sql.name(contact).text(words).text(by).time(at));
  }

  @Override
  public void attended(InstallationId installation, String words, String by, Instant at) {
    scope.update(installation, ATTENDED_OF_ACCOUNT, sql -> sql.text(words).text(by).time(at));
  }

  @Override
  public void ordered(InstallationId installation, Order order, Instant at) {
    scope.update(
        installation,
        ORDERED,
        sql ->
            sql.time(at)
                .text(order.by())
                .text(order.what())
                .maybe(order.run())
                .maybe(order.contact()));
  }
}
