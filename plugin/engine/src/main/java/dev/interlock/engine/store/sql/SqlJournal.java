package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.store.Journal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

record SqlJournal(Scope scope) implements Journal {
  private static final String ADD =
      """
      INSERT INTO journal (installation, run, at, lines)
      VALUES (?1, (SELECT number FROM run WHERE installation = ?1 AND run = ?2), ?3, ?4)
      """;

  @Override
  public void add(InstallationId installation, RunId run, List<Entry> entries, Instant at) {
    if (entries.isEmpty()) {
      return;
    }
    String lines =
        entries.stream()
            .map(entry -> scope.kept(installation, StoredForm.of(entry)))
            .collect(Collectors.joining(",", "[", "]"));
    scope.update(installation, ADD, sql -> sql.name(run).time(at).text(lines));
  }
}
