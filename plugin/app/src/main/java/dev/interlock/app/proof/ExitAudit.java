package dev.interlock.app.proof;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.sandbox.records.ContactRow;
import dev.interlock.sandbox.records.SandboxRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds the exits by which runs left against the CRM's own history.
///
/// Stages and tags have a history in the sandbox, so they are compared as they were when the run
/// was over. Fields and the status of deals have none: they are compared after a contact's last
/// run, since later runs may lawfully have changed them.
final class ExitAudit {
  private final SandboxRecords crm;
  private final ContractSet set;
  private final History history;

  ExitAudit(SandboxRecords crm, ContractSet set) {
    this.crm = crm;
    this.set = set;
    this.history = new History(crm);
  }

  /// Those that do not hold.
  ///
  /// @param runs those that left by an exit, the earliest first
  List<BrokenExit> broken(List<RunSummary> runs) {
    var broken = new ArrayList<BrokenExit>();
    for (var run : runs) {
      var contact = crm.contact(run.contact().text());
      boolean last =
          runs.reversed().stream()
              .filter(other -> other.contact().equals(run.contact()))
              .findFirst()
              .filter(run::equals)
              .isPresent();
      Stream.concat(
              ourOwnWord(run).stream(),
              contact.stream()
                  .flatMap(
                      row -> promised(run).flatMap(each -> differs(each, run, row, last).stream())))
          .findFirst()
          .ifPresent(words -> broken.add(described(run, words)));
    }
    return broken;
  }

  private static Optional<String> ourOwnWord(RunSummary run) {
    return run.proof().filter(ProofState.VERIFIED::equals).isPresent()
        ? Optional.empty()
        : Optional.of("it was not found as promised when it was read back");
  }

  private static BrokenExit described(RunSummary run, String words) {
    return new BrokenExit(
        run.contact().text(),
        run.contract().text(),
        run.exit().map(exit -> exit.text()).orElse(""),
        words);
  }

  private Stream<Leaves> promised(RunSummary run) {
    return set.contract(run.contract()).stream()
        .flatMap(contract -> run.exit().flatMap(contract::exit).stream())
        .map(Exit::leaves)
        .flatMap(List::stream);
  }

  private Optional<String> differs(
      Leaves promise, RunSummary run, ContactRow contact, boolean last) {
    Instant at = run.endedAt().orElseThrow();
    return switch (promise) {
      case Leaves.AtStage(var stage) -> {
        var seen = history.stagesAt(contact, stage.pipeline().text(), at);
        yield unless(
            seen.contains(stage.stage().text()),
            "the card stood at " + seen + ", not at " + stage.stage());
      }
      case Leaves.Tagged(var tag) ->
          unless(history.tagsAt(contact, at).contains(lower(tag.text())), tag + " was not set");
      case Leaves.NotTagged(var tag) ->
          unless(!history.tagsAt(contact, at).contains(lower(tag.text())), tag + " was still set");
      case Leaves.FieldSet(var field, var value) -> {
        var found = fieldOf(contact, field);
        yield last ? unless(found.equals(value), field + " is “" + found + "”") : Optional.empty();
      }
      case Leaves.DealMarked(var pipeline, var status) -> {
        var found = contact.cardIn(pipeline.text()).map(card -> card.status()).orElse("none");
        yield last
            ? unless(found.equalsIgnoreCase(status.name()), "the deal is " + found)
            : Optional.empty();
      }
    };
  }

  private static Optional<String> unless(boolean holds, String words) {
    return holds ? Optional.empty() : Optional.of(words);
  }

  /// Custom fields are recorded by their key, which HighLevel makes out of the name.
  private static String fieldOf(ContactRow contact, FieldName field) {
    var key = "contact." + lower(field.text()).strip().replaceAll("[^a-z0-9]+", "_");
    return contact.customFields().getOrDefault(key, "");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
