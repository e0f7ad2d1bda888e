package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.store.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record SqlClocks(Scope scope) implements Clocks {
  private static final String LATEST =
      """
      SELECT at FROM journal WHERE number = (SELECT max(number) FROM journal)
      """;
  private static final String WRITTEN_AFTER =
      """
      SELECT contact FROM run WHERE installation = ?1 AND changed_at > ?2
      UNION
      SELECT contact FROM message WHERE installation = ?1 AND at > ?2
      """;
  private static final String TOLD =
      """
      SELECT count(*) AS n FROM attention
      WHERE installation = ? AND settled_at IS NULL AND concern = 'CLOCK_WAS_AHEAD'
      """;
  private static final String MESSAGES =
      """
      UPDATE message SET at = ?3 WHERE installation = ?1 AND contact = ?2 AND at > ?3
      """;
  private static final String ENDS =
      """
      UPDATE run SET ended_at = ?3
      WHERE installation = ?1 AND contact = ?2 AND over = 1 AND ended_at > ?3
      """;
  // whoever looks for what was tried gives the CRM time to show it: that much is left
  private static final String INTENTS =
      """
      UPDATE intent
      SET next_at = CASE WHEN tried_at IS NULL THEN ?2 ELSE max(?2, next_at - ?3) END
      WHERE installation = ?1 AND done_at IS NULL AND state <> 'CLAIMED' AND next_at > ?2
      """;
  private static final String ANNOUNCEMENTS =
      """
      UPDATE announcement SET next_at = ?2
      WHERE installation = ?1 AND state = 'OPEN' AND next_at > ?2
      """;

  @Override
  public Optional<Instant> latest() {
    return scope.jdbc().list(LATEST, _ -> {}, row -> row.time("at")).stream().findFirst();
  }

  @Override
  public List<ContactId> writtenAfter(InstallationId installation, Instant moment) {
    return scope.list(
        installation,
        WRITTEN_AFTER,
        sql -> sql.time(moment),
        row -> row.name("contact", ContactId::new));
  }

  @Override
  public boolean isTold(InstallationId installation) {
    return scope.count(installation, TOLD, _ -> {}) > 0;
  }

  @Override
  public void notAfter(InstallationId installation, ContactId contact, Instant moment) {
    scope.update(installation, MESSAGES, sql -> sql.name(contact).time(moment));
    scope.update(installation, ENDS, sql -> sql.name(contact).time(moment));
  }

  @Override
  public void hasten(InstallationId installation, Instant now, Duration by) {
    long micros = by.toNanos() / 1_000;
    scope.update(installation, INTENTS, sql -> sql.time(now).number(micros));
    scope.update(installation, ANNOUNCEMENTS, sql -> sql.time(now));
  }
}
