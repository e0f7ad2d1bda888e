package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.store.Events;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

record SqlEvents(Scope scope) implements Events {
  private static final String IS_KNOWN =
      """
      SELECT 1 AS n FROM event WHERE installation = ? AND event = ?
      """;
  private static final String ADD =
      """
      INSERT INTO event
        (installation, event, contact, occurred_at, heard_at, provenance, body, words)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  @Override
  public Set<String> known(InstallationId installation, Collection<String> events) {
    var known = new HashSet<String>();
    for (String event : events) {
      if (scope.count(installation, IS_KNOWN, sql -> sql.text(event)) == 1) {
        known.add(event);
      }
    }
    return known;
  }

  @Override
  public void add(InstallationId installation, DomainEvent event, String words, Instant now) {
    String said = scope.kept(installation, words);
    String whole = StoredForm.of(event.what());
    String body = StoredForm.isCommon(event.what()) ? scope.kept(installation, whole) : whole;
    scope.update(
        installation,
        ADD,
        sql ->
            sql.text(event.id())
                .name(event.contact())
                .time(event.occurredAt())
                .time(now)
                .text(event.provenance().name())
                .text(body)
                .text(said));
  }
}
