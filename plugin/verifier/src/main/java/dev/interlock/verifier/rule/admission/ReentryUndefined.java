package dev.interlock.verifier.rule.admission;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.RunKey;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.Patterns;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs of which it is not said what a second appointment, deal or invoice does.
final class ReentryUndefined implements Rule {
  @Override
  public String id() {
    return "E-REENTRY-UNDEFINED";
  }

  @Override
  public String reason() {
    return "A contact can have two appointments, deals or invoices at once; whether the second gets a"
        + " run of its own must not be an accident.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), this::judge);
  }

  private Stream<Finding> judge(Contract contract) {
    return Listened.trigger(contract)
        .map(Listened::event)
        .flatMap(event ->
            contract.key() == RunKey.CONTACT ? second(contract, event) : keyless(contract, event));
  }

  private Stream<Finding> second(Contract contract, EventPattern event) {
    Optional<RunKey> about = about(event);
    if (about.isEmpty() || isIgnored(contract, event)) {
      return Stream.empty();
    }
    return Stream.of(
        found(
            contract,
            "startsWhen",
            contract.trigger().position(),
            "a second %s may come while a run is under way for the first: same run, second run, or"
                    .formatted(about.get().words())
                + " ignored? Not said",
            "say keyedBy(%s), or ignores(...) with the trigger's event and a reason."
                .formatted(about.get().name())));
  }

  private Stream<Finding> keyless(Contract contract, EventPattern event) {
    boolean tells =
        about(event).equals(Optional.of(contract.key()))
            || event instanceof EventPattern.Routed
            || event instanceof EventPattern.StartedByHand
            || event instanceof EventPattern.StartedByApi;
    if (tells) {
      return Stream.empty();
    }
    return Stream.of(
        found(
            contract,
            "startsWhen",
            contract.trigger().position(),
            "one run per %s, but *%s* does not tell which %s it is about"
                .formatted(contract.key().words(), Words.of(event), contract.key().words()),
            "begin the contract by an event of the %s, or leave keyedBy(...) out."
                .formatted(contract.key().words())));
  }

  private static Optional<RunKey> about(EventPattern event) {
    return switch (event) {
      case EventPattern.AppointmentEvent _ -> Optional.of(RunKey.APPOINTMENT);
      case EventPattern.DealEvent _, EventPattern.StageEntered _ -> Optional.of(RunKey.OPPORTUNITY);
      case EventPattern.MoneyEvent(var change) ->
          change == MoneyChange.PAYMENT_RECEIVED ? Optional.empty() : Optional.of(RunKey.INVOICE);
      case EventPattern.Either _,
          EventPattern.ContactEvent _,
          EventPattern.TagEvent _,
          EventPattern.MessageReceived _,
          EventPattern.CallMissed _,
          EventPattern.MessageOutcome _,
          EventPattern.ConsentEvent _,
          EventPattern.TaskEvent _,
          EventPattern.NoteAdded _,
          EventPattern.FormSubmitted _,
          EventPattern.DateReached _,
          EventPattern.Scheduled _,
          EventPattern.StartedByHand _,
          EventPattern.StartedByApi _,
          EventPattern.Routed _,
          EventPattern.ForeignHand _ ->
          Optional.empty();
    };
  }

  private static boolean isIgnored(Contract contract, EventPattern event) {
    return contract.declarations().stream()
        .anyMatch(said ->
            said instanceof Declaration.Ignores(var ignored, _, _)
                && Patterns.covers(ignored, event));
  }
}
