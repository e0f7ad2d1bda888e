package dev.interlock.app.proof;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageName;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.MessageRow;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.records.StageMove;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Whether a story kept its promises.
///
/// @param duplicates messages that somebody got twice
/// @param backward moves of cards against their order, by us
/// @param broken exits whose promise the CRM did not keep when the run was over
/// @param overstayed how many deals are raised because they stand too long
/// @param mistold deals that stand too long and are not raised, or are raised and do not
/// @param unfinished runs that were not over when the sandbox was asked
/// @param setAside webhooks that could not be worked on
public record Proof(
    List<MessageRow> duplicates,
    List<StageMove> backward,
    List<BrokenExit> broken,
    int overstayed,
    List<String> mistold,
    long unfinished,
    long setAside) {
  /// The same words to the same person within this time are a duplicate.
  private static final Duration TOO_SOON = Duration.ofDays(2);

  public Proof {
    duplicates = List.copyOf(duplicates);
    backward = List.copyOf(backward);
    broken = List.copyOf(broken);
    mistold = List.copyOf(mistold);
  }

  /// Compares what the sandbox recorded with what the runs promised.
  public static Proof of(
      SandboxRecords crm, Records records, InstallationId installation, ContractSet set) {
    var totals = records.totals(installation);
    var left = left(records, installation);
    // while a server works, runs may end that the sandbox's records know nothing of yet
    var judged = left.stream().filter(run -> isBy(crm.takenAt(), run)).toList();
    return new Proof(
        duplicates(crm),
        backward(crm, set),
        new ExitAudit(crm, set).broken(judged),
        raised(crm, records, installation).size(),
        mistold(crm, records, installation, set),
        totals.runsUnderWay() + left.size() - judged.size(),
        totals.setAside());
  }

  private static boolean isBy(Instant moment, RunSummary run) {
    return run.endedAt().filter(ended -> ended.isAfter(moment)).isEmpty();
  }

  /// Messages that somebody got twice.
  public static List<MessageRow> duplicates(SandboxRecords crm) {
    return crm.duplicateMessages(TOO_SOON);
  }

  /// Moves of cards by us against their order that the contracts do not allow.
  public static List<StageMove> backward(SandboxRecords crm, ContractSet set) {
    return crm.stageMoves().stream().filter(move -> isBackward(move, set)).toList();
  }

  /// Deals that stand too long and are not raised, or are raised and do not, in words. It is of an
  /// account in which the contracts have been live from the first run on.
  public static List<String> mistold(
      SandboxRecords crm, Records records, InstallationId installation, ContractSet set) {
    var runs = records.runs(installation, RunFilter.all(), Integer.MAX_VALUE, 0);
    return new Overstays(crm, set, runs).mistold(raised(crm, records, installation));
  }

  private static List<AttentionLine> raised(
      SandboxRecords crm, Records records, InstallationId installation) {
    return records.attention(installation).stream()
        .filter(line -> line.concern() == Concern.OVERSTAYED)
        .filter(line -> !line.raisedAt().isAfter(crm.takenAt()))
        .toList();
  }

  private static boolean isBackward(StageMove move, ContractSet set) {
    return move.by() == By.API
        && move.isBackward()
        && set.operation().pipelines().stream()
            .filter(pipeline -> pipeline.name().text().equals(move.pipeline()))
            .noneMatch(pipeline -> allows(pipeline, move));
  }

  private static boolean allows(Pipeline pipeline, StageMove move) {
    return !pipeline.isUnlawfulReturn(new StageName(move.from()), new StageName(move.to()));
  }

  /// Runs that left by an exit, the earliest first. Where the contact is gone, there is nothing to
  /// ask.
  private static List<RunSummary> left(Records records, InstallationId installation) {
    return records.runs(installation, RunFilter.all().over(), Integer.MAX_VALUE, 0).stream()
        .filter(run -> run.exit().isPresent() && run.endedAt().isPresent())
        .filter(run -> run.proof().filter(ProofState.CONTACT_GONE::equals).isEmpty())
        .sorted(Comparator.comparing(run -> run.endedAt().orElseThrow()))
        .toList();
  }

  /// Whether all of it holds.
  public boolean holds() {
    return duplicates.isEmpty()
        && backward.isEmpty()
        && broken.isEmpty()
        && mistold.isEmpty()
        && unfinished == 0
        && setAside == 0;
  }
}
