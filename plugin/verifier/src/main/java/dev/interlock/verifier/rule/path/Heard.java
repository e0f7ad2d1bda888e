package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Saying;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.StepTree;
import java.util.Optional;
import java.util.stream.Stream;

/// What a contract listens to, in an arm or throughout, and what it does then.
record Heard(String at, EventPattern event, Path path, Position position) {
  static Stream<Heard> in(Contract contract) {
    return Stream.concat(
        StepTree.steps(contract)
            .filter(Step.Await.class::isInstance)
            .map(Step.Await.class::cast)
            .flatMap(await ->
                await.arms().stream()
                    .map(arm ->
                        new Heard(await.name().text(), arm.event(), arm.path(), arm.position()))),
        contract.handlers().stream()
            .map(handler ->
                new Heard("throughout", handler.event(), handler.path(), handler.position())));
  }

  /// The exit by which it leaves with nothing more than writes on the way: whoever sends, waits or
  /// asks a condition first may end in any way.
  Optional<Exit> ending(Contract contract) {
    return path.steps().stream()
        .takeWhile(step -> step instanceof Step.Act || step instanceof Step.Leave)
        .filter(Step.Leave.class::isInstance)
        .findFirst()
        .flatMap(leave -> contract.exit(((Step.Leave) leave).exit()));
  }

  /// Whether the ending says the opposite of what was heard.
  boolean isBelied(ExitKind kind) {
    return switch (kind) {
      case UNRESPONSIVE -> Patterns.alternatives(event).anyMatch(Heard::isAnAnswer);
      case SUCCESS -> Patterns.alternatives(event).anyMatch(Heard::isAnOptOut);
      case DECLINED, HANDOVER, FAILED, DISPLACED, WITHDRAWN -> false;
    };
  }

  private static boolean isAnAnswer(EventPattern event) {
    return switch (event) {
      case EventPattern.MessageReceived _, EventPattern.FormSubmitted _ -> true;
      case EventPattern.ConsentEvent _ -> true;
      case EventPattern.AppointmentEvent(var change, _) ->
          change == AppointmentChange.BOOKED
              || change == AppointmentChange.CONFIRMED
              || change == AppointmentChange.SHOWED;
      case EventPattern.MoneyEvent(var change) ->
          change == MoneyChange.PAYMENT_RECEIVED || change == MoneyChange.INVOICE_PAID;
      case EventPattern.Either _, EventPattern.ContactEvent _, EventPattern.TagEvent _ -> false;
      case EventPattern.CallMissed _, EventPattern.MessageOutcome _ -> false;
      case EventPattern.DealEvent _, EventPattern.StageEntered _ -> false;
      case EventPattern.TaskEvent _, EventPattern.NoteAdded _ -> false;
      case EventPattern.DateReached _, EventPattern.Scheduled _ -> false;
      case EventPattern.StartedByHand _, EventPattern.StartedByApi _ -> false;
      case EventPattern.Routed _, EventPattern.ForeignHand _ -> false;
    };
  }

  private static boolean isAnOptOut(EventPattern event) {
    if (event instanceof EventPattern.ConsentEvent(var change, _)) {
      return change == ConsentChange.OPTED_OUT;
    }
    return event instanceof EventPattern.MessageReceived(_, Saying.OptOut _);
  }
}
