package dev.interlock.core;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.Pause;
import dev.interlock.core.Walk.Progress;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.util.Optional;

/// Lets a run hear an event where it stands.
final class Hears {
  private final Turn turn;
  private final Hearing hearing;

  Hears(Turn turn) {
    this.turn = turn;
    this.hearing = new Hearing(turn);
  }

  Verdict hear(DomainEvent event) {
    boolean echo =
        event.provenance() == Provenance.OURS
            && !(event.what() instanceof Happening.MessageOutcome);
    if (echo || turn.memory().heard().contains(event.id())) {
      return turn.unchanged();
    }
    turn.heard(event, asksForNoMore(event));
    Standing standing = turn.run.standing();
    if (standing.isInTurn()) {
      return isGone(event) ? turnedAway() : turn.rest(standing);
    }
    return switch (standing) {
      case Standing.Waiting(var at, _, _) -> waiting(standing, turn.program.node(at), event);
      case Standing.Awaiting(var at, _, _) -> waiting(standing, turn.program.node(at), event);
      case Standing.Held(var at, _, _) -> waiting(standing, turn.program.node(at), event);
      case Standing.Commanded _, Standing.Doubtful _, Standing.Paused _, Standing.Ready _ ->
          later(standing, event);
      case Standing.Closing _, Standing.Verifying _ -> tooLate(standing, event);
      case Standing.Queued _ -> turn.rest(standing);
      case Standing.Ended _, Standing.TurnedAway _ -> turn.unchanged();
    };
  }

  private Verdict waiting(Standing standing, Node node, DomainEvent event) {
    Optional<Progress> answer = hearing.answer(node, event);
    if (answer.isPresent()) {
      return switch (answer.get()) {
        case Progress.On(var next) -> new Walk(turn).from(next, turn.now);
        case Progress.Rest(var verdict) -> verdict;
      };
    }
    if (isGone(event)) {
      return new Leaving(turn).contactGone();
    }
    if (event.what() instanceof Happening.AppointmentHappened && dependsOnMoment(node)) {
      return recomputed(standing, node, event);
    }
    if (standing instanceof Standing.Held) {
      return later(standing, event);
    }
    return unanswered(standing, node.id(), event);
  }

  /// The appointment changed that a wait or a deadline is measured from: measure again.
  private Verdict recomputed(Standing standing, Node node, DomainEvent event) {
    if (!turn.hasContact()) {
      return Turn.needsContact();
    }
    turn.note(
        Kind.HEARD,
        node.id().text(),
        Hearing.capital(EventsInWords.words(event.what())) + ": the waiting time is set anew.");
    return new Timers(turn).setAnew(standing, node);
  }

  private static boolean dependsOnMoment(Node node) {
    return switch (node) {
      case Node.WaitNode wait -> wait.step().pause() instanceof Pause.Until;
      case Node.AwaitNode await -> await.step().silence().deadline() instanceof Deadline.At;
      case Node.SendNode _, Node.ActNode _, Node.BranchNode _ -> false;
      case Node.SplitNode _, Node.LeaveNode _ -> false;
    };
  }

  private Verdict later(Standing standing, DomainEvent event) {
    if (isGone(event) && !(standing instanceof Standing.Paused)) {
      Orders.underWay(standing)
          .ifPresent(command -> turn.effect(new Effect.CommandCancelled(command)));
      return new Leaving(turn).contactGone();
    }
    if (hearing.matters(event) || isGone(event) || mayBeAboutTheMessageUnderWay(standing, event)) {
      turn.latch(event);
    }
    return turn.rest(standing);
  }

  /// A report can overtake the answer to the very call that it reports on.
  private boolean mayBeAboutTheMessageUnderWay(Standing standing, DomainEvent event) {
    return event.what() instanceof Happening.MessageOutcome
        && standing
            .place()
            .map(turn.program::node)
            .filter(Node.SendNode.class::isInstance)
            .isPresent();
  }

  private Verdict unanswered(Standing standing, NodeId at, DomainEvent event) {
    if (isAct(event)) {
      turn.note(
          Kind.IGNORED,
          at.text(),
          Hearing.capital(EventsInWords.words(event.what())) + "; nothing listens for that here.");
    }
    return turn.rest(standing);
  }

  private Verdict tooLate(Standing standing, DomainEvent event) {
    if (isAct(event)) {
      turn.note(
          Kind.IGNORED,
          "",
          Hearing.capital(EventsInWords.words(event.what()))
              + " while the run was leaving already.");
    }
    return turn.rest(standing);
  }

  private Verdict turnedAway() {
    turn.note(Kind.TURNED_AWAY, "", "The contact is gone from the CRM.");
    return turn.rest(new Standing.TurnedAway(turn.now, "the contact is gone from the CRM"));
  }

  private static boolean asksForNoMore(DomainEvent event) {
    return switch (event.what()) {
      case Happening.ConsentHappened(var change, _) -> change == ConsentChange.OPTED_OUT;
      case Happening.MessageReceived(_, _, var text) -> Sayings.isOptOut(text);
      case Happening _ -> false;
    };
  }

  static boolean isGone(DomainEvent event) {
    return event.what() instanceof Happening.ContactHappened(var change, _)
        && (change == ContactChange.DELETED || change == ContactChange.MERGED);
  }

  /// Whether somebody did something that a reviewer would ask about.
  private static boolean isAct(DomainEvent event) {
    return switch (event.what()) {
      case Happening.MessageReceived _, Happening.CallMissed _, Happening.ConsentHappened _ -> true;
      case Happening.AppointmentHappened _, Happening.MoneyHappened _ -> true;
      case Happening.FormSubmitted _, Happening.ForeignHandActed _ -> true;
      case Happening.DealHappened _, Happening.StageEntered _ -> true;
      case Happening.MessageOutcome(var delivery, _, _, _) ->
          switch (delivery) {
            case FAILED, BOUNCED -> true;
            case SENT, DELIVERED, OPENED, CLICKED -> false;
          };
      case Happening.ContactHappened _, Happening.TagHappened _, Happening.TaskHappened _ -> false;
      case Happening.NoteAdded _, Happening.DateReached _, Happening.ScheduleReached _ -> false;
      case Happening.StartedByHand _, Happening.StartedByApi _, Happening.Routed _ -> false;
    };
  }
}
