package dev.interlock.torture;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.EventLine;
import dev.interlock.engine.read.JournalLine;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RunDetail;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.store.sql.SqliteReading;
import dev.interlock.engine.store.sql.StoreConfig;
import dev.interlock.torture.ledger.Said;
import dev.interlock.torture.ledger.Said.LaneSaid;
import dev.interlock.torture.ledger.Said.RefusalSaid;
import dev.interlock.torture.ledger.Said.RunSaid;
import dev.interlock.torture.ledger.Told;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Reads what Interlock has stored.
///
/// @param database its file; a process may be at work on it
record Witness(Path database) {
  private static final Set<RunState> BUSY =
      Set.of(RunState.COMMANDED, RunState.CLOSING, RunState.VERIFYING, RunState.READY);

  /// Whether there is nothing left to do before a moment.
  boolean isQuiet(Instant now) {
    return ask((records, installation) ->
            records.totals(installation).inbox() == 0
                && underWay(records, installation).stream()
                    .noneMatch(run -> BUSY.contains(run.state()) || isOverdue(run, now)))
        .orElse(false);
  }

  private static boolean isOverdue(RunSummary run, Instant now) {
    return run.alarm().filter(alarm -> !alarm.isAfter(now)).isPresent();
  }

  /// How many runs are not over.
  int underWay() {
    return ask((records, installation) -> underWay(records, installation).size()).orElse(0);
  }

  private static List<RunSummary> underWay(Records records, InstallationId installation) {
    return records.runs(installation, RunFilter.all().underWay(), Integer.MAX_VALUE, 0);
  }

  /// All that it says.
  ///
  /// @param now by the clock that it was given last
  /// @param told about whom it is asked
  Said said(Instant now, List<Told> told) {
    return ask((records, installation) -> said(now, told, records, installation))
        .orElseGet(() -> new Said(now, List.of(), List.of(), Map.of(), List.of()));
  }

  private static Said said(
      Instant now, List<Told> told, Records records, InstallationId installation) {
    var raised = raised(records.attention(installation));
    return new Said(
        now,
        records.runs(installation, RunFilter.all(), Integer.MAX_VALUE, 0).stream()
            .map(run -> said(run, records, installation, raised))
            .toList(),
        records.refusals(installation, Optional.empty(), Integer.MAX_VALUE).stream()
            .map(it ->
                new RefusalSaid(
                    it.contact().text(), it.contract().text(), it.cause(), it.reasons().size()))
            .toList(),
        heard(told, records, installation),
        records.lanes(installation).stream()
            .map(it -> new LaneSaid(it.lane().text(), it.contact().text(), it.run().text()))
            .toList());
  }

  private static Map<RunId, Set<Concern>> raised(List<AttentionLine> lines) {
    var raised = new HashMap<RunId, Set<Concern>>();
    lines.forEach(line ->
        line.run()
            .ifPresent(
                run -> raised.computeIfAbsent(run, _ -> new HashSet<>()).add(line.concern())));
    return raised;
  }

  private static RunSaid said(
      RunSummary run,
      Records records,
      InstallationId installation,
      Map<RunId, Set<Concern>> raised) {
    var detail = records.run(installation, run.run());
    return new RunSaid(
        run.run().text(),
        run.contact().text(),
        run.contract().text(),
        detail.map(it -> it.run().cause()).orElse(""),
        run.state(),
        run.alarm(),
        run.exit().map(exit -> exit.text()),
        run.proof(),
        detail.flatMap(it -> ended(run, it.journal())),
        raised.getOrDefault(run.run(), Set.of()));
  }

  /// When it ended by the clock of the process that ended it. Where that clock was ahead, the run
  /// itself has the moment at which it was counted anew, when others may have changed the contact
  /// long since.
  static Optional<Instant> ended(RunSummary run, List<JournalLine> journal) {
    return run.endedAt()
        .map(counted ->
            journal.stream()
                .filter(line -> line.kind() == Entry.Kind.ENDED)
                .reduce((_, last) -> last)
                .map(JournalLine::at)
                .orElse(counted));
  }

  private static Map<String, Set<String>> heard(
      List<Told> told, Records records, InstallationId installation) {
    return told.stream()
        .map(Told::contact)
        .distinct()
        .collect(
            Collectors.toMap(
                contact -> contact,
                contact ->
                    records
                        .story(installation, new ContactId(contact))
                        .map(story ->
                            story.events().stream().map(EventLine::id).collect(Collectors.toSet()))
                        .orElse(Set.of())));
  }

  private <T> Optional<T> ask(BiFunction<Records, InstallationId, T> question) {
    try (var reading = SqliteReading.open(StoreConfig.of(database))) {
      var records = reading.records();
      return records.installations().stream()
          .findFirst()
          .map(installation -> question.apply(records, installation));
    }
  }
}
