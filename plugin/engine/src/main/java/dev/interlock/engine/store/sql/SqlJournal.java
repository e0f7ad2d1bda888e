package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.store.Journal;
import java.time.Instant;
import java.util.List;

record SqlJournal(Scope scope) implements Journal {
  private static final String ADD =
      """
      INSERT INTO journal (installation, run, at, kind, step, words)
      VALUES (?1, (SELECT number FROM run WHERE installation = ?1 AND run = ?2), ?3, ?4, ?5, ?6)
      """;

  @Override
  public void add(InstallationId installation, RunId run, List<Entry> entries, Instant at) {
    for (Entry entry : entries) {
      scope.update(
          installation,
          ADD,
          sql ->
              sql.name(run)
                  .time(at)
                  .text(entry.kind().name())
                  .text(entry.step())
                  .text(entry.words()));
    }
  }
}
