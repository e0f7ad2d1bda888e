package dev.interlock.app.proof;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.sandbox.records.CardRow;
import dev.interlock.sandbox.records.ContactRow;
import dev.interlock.sandbox.records.SandboxRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds what was raised of deals that stand too long against where the CRM says that they stand.
///
/// What happened in the CRM just now may still be under way to us, and is not judged.
final class Overstays {
  private static final Duration UNDER_WAY = Duration.ofHours(12);

  private final SandboxRecords crm;
  private final ContractSet set;
  private final List<RunSummary> runs;
  private final Instant settled;

  /// @param runs all that there are
  Overstays(SandboxRecords crm, ContractSet set, List<RunSummary> runs) {
    this.crm = crm;
    this.set = set;
    this.runs = runs;
    this.settled = crm.takenAt().minus(UNDER_WAY);
  }

  /// Deals that stand too long and were not raised, or were raised and do not, in words.
  ///
  /// @param raised of which deals somebody was told
  List<String> mistold(List<AttentionLine> raised) {
    Map<String, Integer> told = new HashMap<>();
    raised.stream()
        .flatMap(line -> line.contact().stream())
        .forEach(contact -> told.merge(contact.text(), 1, Integer::sum));
    List<String> mistold = new ArrayList<>();
    for (ContactRow contact : crm.contacts()) {
      int lines = Optional.ofNullable(told.remove(contact.id())).orElse(0);
      if (!isJudged(contact)) {
        continue;
      }
      long standing = contact.cards().stream().filter(card -> isTooLong(card, settled)).count();
      long atMost = contact.cards().stream().filter(card -> isTooLong(card, crm.takenAt())).count();
      if (lines < standing) {
        mistold.add(
            "contact %s has a deal that stands too long, and nobody was told"
                .formatted(contact.id()));
      } else if (lines > atMost) {
        mistold.add(
            "contact %s has no deal that stands as long as somebody was told"
                .formatted(contact.id()));
      }
    }
    told.keySet()
        .forEach(
            gone -> mistold.add("somebody is told of contact %s, who is gone".formatted(gone)));
    return mistold;
  }

  /// Of what stood there before the first run, nobody can know since when; and while a run has the
  /// next move, nobody is told.
  private boolean isJudged(ContactRow contact) {
    Optional<Instant> first = runs.stream().map(RunSummary::begunAt).min(Instant::compareTo);
    boolean isRunning =
        runs.stream()
            .filter(run -> run.contact().text().equals(contact.id()))
            .anyMatch(run -> run.endedAt().filter(settled::isAfter).isEmpty());
    return !isRunning
        && contact.cards().stream()
            .allMatch(card ->
                first.filter(card.since()::isAfter).isPresent() && card.since().isBefore(settled));
  }

  private boolean isTooLong(CardRow card, Instant at) {
    return card.status().equals("open")
        && limit(card).filter(limit -> !card.since().plus(limit).isAfter(at)).isPresent();
  }

  private Optional<Duration> limit(CardRow card) {
    return set.operation().pipelines().stream()
        .filter(pipeline -> pipeline.name().text().equals(card.pipeline()))
        .flatMap(pipeline -> stage(pipeline, card))
        .findFirst()
        .flatMap(Stage::dwell);
  }

  private static Stream<Stage> stage(Pipeline pipeline, CardRow card) {
    return pipeline.stages().stream()
        .filter(stage -> stage.name().text().equals(card.stage()))
        .filter(stage -> !stage.last());
  }
}
