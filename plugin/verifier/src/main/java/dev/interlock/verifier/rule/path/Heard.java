package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Saying;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.StepTree;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a contract listens to, in an arm or throughout, and what it does then.
record Heard(String at, EventPattern event, Path path, Position position) {
  /// Less is no time for a person to do anything.
  private static final Duration TO_ANSWER = Duration.ofMinutes(1);

  /// What a contract does when nobody answers an await.
  record Nothing(String at, Path path, Position position) {}

  static Stream<Heard> in(Contract contract) {
    return Stream.concat(
        awaits(contract).flatMap(Heard::at),
        contract.handlers().stream()
            .map(handler ->
                new Heard("throughout", handler.event(), handler.path(), handler.position())));
  }

  private static Stream<Heard> at(Step.Await await) {
    return await.arms().stream()
        .map(arm -> new Heard(await.name().text(), arm.event(), arm.path(), arm.position()));
  }

  /// Awaits of what people do that are over before anybody can do it.
  static Stream<Step.Await> tooShort(Contract contract) {
    return awaits(contract)
        .filter(await ->
            await.silence().deadline() instanceof Deadline.After(var span)
                && span.compareTo(TO_ANSWER) < 0)
        .filter(await -> at(await).anyMatch(Heard::isForPeople));
  }

  static Stream<Nothing> nothing(Contract contract) {
    return awaits(contract)
        .map(await ->
            new Nothing(await.name().text(), await.silence().path(), await.silence().position()));
  }

  private static Stream<Step.Await> awaits(Contract contract) {
    return StepTree.steps(contract)
        .filter(Step.Await.class::isInstance)
        .map(Step.Await.class::cast);
  }

  Optional<Exit> ending(Contract contract) {
    return ending(contract, path);
  }

  /// The exit by which a path leaves with nothing more than writes on the way: whoever sends, waits
  /// or asks a condition first may end in any way.
  static Optional<Exit> ending(Contract contract, Path path) {
    return path.steps().stream()
        .takeWhile(step -> step instanceof Step.Act || step instanceof Step.Leave)
        .filter(Step.Leave.class::isInstance)
        .findFirst()
        .flatMap(leave -> contract.exit(((Step.Leave) leave).exit()));
  }

  /// Whether the ending says the opposite of what was heard.
  boolean isBelied(ExitKind kind) {
    return switch (kind) {
      case UNRESPONSIVE -> isAnswer();
      case SUCCESS -> Patterns.alternatives(event).anyMatch(Heard::isANo);
      case DECLINED -> Patterns.alternatives(event).anyMatch(Heard::isAYes);
      case FAILED -> Patterns.alternatives(event).anyMatch(Heard::isSomebodysDoing);
      case HANDOVER, DISPLACED, WITHDRAWN -> false;
    };
  }

  /// What would not say the opposite.
  String instead(ExitKind kind) {
    return switch (kind) {
      case SUCCESS -> "let a no end in an exit of kind DECLINED.";
      case DECLINED -> "let a yes end in an exit of kind SUCCESS or HANDOVER.";
      case FAILED -> "let FAILED be for what did not work, and say here what came of it.";
      case UNRESPONSIVE, HANDOVER, DISPLACED, WITHDRAWN ->
          "let an answer end in an exit of kind SUCCESS, DECLINED or HANDOVER.";
    };
  }

  private boolean isAnswer() {
    return Patterns.alternatives(event).anyMatch(Heard::isAnAnswer);
  }

  private boolean isForPeople() {
    return Patterns.alternatives(event)
        .anyMatch(one ->
            isAnAnswer(one)
                || one instanceof EventPattern.AppointmentEvent
                || one instanceof EventPattern.DealEvent
                || one instanceof EventPattern.TaskEvent);
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

  private static boolean isANo(EventPattern event) {
    return switch (event) {
      case EventPattern.ConsentEvent(var change, _) -> change == ConsentChange.OPTED_OUT;
      case EventPattern.MessageReceived(_, var saying) -> saying instanceof Saying.OptOut;
      case EventPattern.DealEvent(var change, _) ->
          change == DealChange.LOST || change == DealChange.ABANDONED;
      default -> false;
    };
  }

  private static boolean isAYes(EventPattern event) {
    return switch (event) {
      case EventPattern.AppointmentEvent _, EventPattern.MoneyEvent _ -> isAnAnswer(event);
      case EventPattern.DealEvent(var change, _) -> change == DealChange.WON;
      default -> false;
    };
  }

  // a person acted, the contact or a colleague: nothing broke
  private static boolean isSomebodysDoing(EventPattern event) {
    return isAnAnswer(event)
        || isAYes(event)
        || (event instanceof EventPattern.AppointmentEvent(var change, _)
            && change == AppointmentChange.CANCELLED)
        || (event instanceof EventPattern.ForeignHand(var hands, _)
            && hands.equals(Set.of(Hand.STAFF)));
  }
}
