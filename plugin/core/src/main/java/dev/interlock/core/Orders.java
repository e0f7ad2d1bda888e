package dev.interlock.core;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Input.Order;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What operators, and other contracts with a higher claim, do to a run.
final class Orders {
  private final Turn turn;

  Orders(Turn turn) {
    this.turn = turn;
  }

  Verdict displacedBy(ContractId contract) {
    return end(ExitKind.DISPLACED, contract + " took the lane");
  }

  Verdict ordered(Order order, String by) {
    return switch (order) {
      case Order.Pause() -> pause(by);
      case Order.Resume(var shift) -> resume(shift, by);
      case Order.Withdraw(var reason) -> {
        turn.note(Kind.OPERATOR, "", by + " withdrew the run: " + reason + ".");
        yield end(ExitKind.WITHDRAWN, "withdrawn by an operator");
      }
      case Order.Settle(var happened) -> settle(happened, by);
      case Order.Retry() -> new Retrying(turn).retry(by);
      case Order.Skip(var at, var reason) -> new Skipping(turn).skip(at, reason, by);
    };
  }

  private Verdict end(ExitKind kind, String reason) {
    Standing standing = turn.run.standing();
    if (standing.isInTurn()) {
      turn.note(Kind.TURNED_AWAY, "", Hearing.capital(reason) + ".");
      return turn.rest(new Standing.TurnedAway(turn.now, reason));
    }
    return switch (standing) {
      case Standing.Closing _, Standing.Verifying _ -> turn.unchanged();
      case Standing.Ended _, Standing.TurnedAway _, Standing.Queued _ -> turn.unchanged();
      case Standing.Commanded _, Standing.Held _, Standing.Waiting _ -> leave(kind, reason);
      case Standing.Awaiting _, Standing.Doubtful _ -> leave(kind, reason);
      case Standing.Ready _, Standing.Paused _ -> leave(kind, reason);
    };
  }

  private Verdict leave(ExitKind kind, String reason) {
    underWay(turn.run.standing())
        .ifPresent(command -> turn.effect(new Effect.CommandCancelled(command)));
    turn.forgetLatched();
    return new Leaving(turn).begin(turn.program.contract().exitOf(kind).name(), reason);
  }

  static Optional<CommandId> underWay(Standing standing) {
    return switch (standing) {
      case Standing.Commanded(_, var command) -> Optional.of(command);
      case Standing.Paused(var stopped, _) -> underWay(stopped);
      case Standing.Doubtful _, Standing.Held _, Standing.Waiting _ -> Optional.empty();
      case Standing.Awaiting _, Standing.Queued _, Standing.Ready _ -> Optional.empty();
      case Standing.Closing _, Standing.Verifying _ -> Optional.empty();
      case Standing.Ended _, Standing.TurnedAway _ -> Optional.empty();
    };
  }

  private Verdict pause(String by) {
    Standing standing = turn.run.standing();
    return switch (standing) {
      case Standing.Commanded _, Standing.Held _, Standing.Waiting _, Standing.Awaiting _ ->
          paused(standing, by + " paused the run.");
      case Standing.Queued _ ->
          paused(standing, by + " paused the run: it lets others pass that wait for the lane.");
      case Standing.Doubtful _, Standing.Ready _, Standing.Paused _ -> turn.unchanged();
      case Standing.Closing _, Standing.Verifying _ -> turn.unchanged();
      case Standing.Ended _, Standing.TurnedAway _ -> turn.unchanged();
    };
  }

  private Verdict paused(Standing standing, String words) {
    turn.note(Kind.OPERATOR, "", words);
    return turn.rest(new Standing.Paused(standing, turn.now));
  }

  private Verdict resume(boolean shift, String by) {
    if (!(turn.run.standing() instanceof Standing.Paused paused)) {
      return turn.unchanged();
    }
    Standing stopped = paused.stopped();
    turn.note(Kind.OPERATOR, "", by + " resumed the run.");
    Duration stood = shift ? Duration.between(paused.since(), turn.now) : Duration.ZERO;
    return switch (stopped) {
      case Standing.Ready(var at) -> new Walk(turn).from(at, turn.now);
      case Standing.Held(var at, var held, _) -> new Walk(turn).from(at, held);
      case Standing.Waiting(var at, var begun, var until) ->
          rehearing(new Standing.Waiting(at, begun, until.plus(stood)));
      case Standing.Awaiting(var at, var begun, var until) ->
          rehearing(new Standing.Awaiting(at, begun, until.plus(stood)));
      case Standing.Doubtful(var at, var command, var reason, var until) ->
          turn.rest(new Standing.Doubtful(at, command, reason, until.plus(stood)));
      case Standing.Commanded _ -> turn.rest(stopped);
      case Standing.Queued(var begun, var until) -> inTurnAgain(begun, until.plus(stood));
      case Standing.Paused _, Standing.Closing _, Standing.Verifying _ -> turn.rest(stopped);
      case Standing.Ended _, Standing.TurnedAway _ -> turn.rest(stopped);
    };
  }

  private Verdict inTurnAgain(Instant begun, Instant until) {
    return until.isAfter(turn.now)
        ? turn.rest(new Standing.Queued(begun, until))
        : new Timers(turn).inTurnTooLong(until);
  }

  /// What came while the run was paused is heard where it stands now.
  private Verdict rehearing(Standing standing) {
    return new Walk(turn).resting(standing);
  }

  private Verdict settle(boolean happened, String by) {
    if (!(turn.run.standing() instanceof Standing.Doubtful(var at, _, _, _))) {
      return turn.unchanged();
    }
    turn.note(
        Kind.OPERATOR,
        at.text(),
        by
            + (happened
                ? " says that it took effect."
                : " says that it did not; it is done again."));
    Instant now = turn.now;
    if (!happened) {
      return new Walk(turn).from(at, now);
    }
    Optional<MessageId> unnumbered = Optional.empty();
    return new Walk(turn)
        .from(new Reports(turn).after(at, new Outcome.Done(unnumbered, Optional.empty())), now);
  }
}
