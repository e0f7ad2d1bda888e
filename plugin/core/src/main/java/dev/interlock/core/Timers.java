package dev.interlock.core;

import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Pause;
import dev.interlock.core.program.Node;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.time.Instant;
import java.util.Optional;

/// What happens when the time a run waits for has come. A moment that hangs on an appointment or a
/// date is measured again first: it may have moved without anybody telling.
final class Timers {
  private final Turn turn;

  Timers(Turn turn) {
    this.turn = turn;
  }

  Verdict due(Instant setFor) {
    Standing standing = turn.run.standing();
    boolean stale = !standing.alarm().filter(setFor::equals).isPresent();
    if (stale || setFor.isAfter(turn.now)) {
      return turn.unchanged();
    }
    return switch (standing) {
      case Standing.Held(var at, var since, _) -> new Walk(turn).from(at, since);
      case Standing.Waiting(var at, _, _) -> reached(standing, turn.program.node(at));
      case Standing.Awaiting(var at, _, _) -> reached(standing, turn.program.node(at));
      case Standing.Queued(_, var until) -> inTurnTooLong(until);
      case Standing.Doubtful(var at, _, _, _) ->
          new Walk(turn).from(new Reports(turn).neverSettled(at), turn.now);
      case Standing.Commanded _, Standing.Ready _, Standing.Paused _ -> turn.unchanged();
      case Standing.Closing _, Standing.Verifying _ -> turn.unchanged();
      case Standing.Ended _, Standing.TurnedAway _ -> turn.unchanged();
    };
  }

  Verdict inTurnTooLong(Instant until) {
    String reason = "the lane did not become free in time";
    turn.note(Kind.TURNED_AWAY, "", Hearing.capital(reason) + ".");
    return turn.rest(new Standing.TurnedAway(until, reason));
  }

  private Verdict reached(Standing standing, Node node) {
    return switch (node) {
      case Node.WaitNode wait ->
          switch (wait.step().pause()) {
            case Pause.For _, Pause.Into _ -> new Walk(turn).from(wait.reached(), turn.now);
            case Pause.Until _ -> turn.hasContact() ? setAnew(standing, node) : Turn.needsContact();
          };
      case Node.AwaitNode await ->
          switch (await.step().silence().deadline()) {
            case Deadline.After(var span) -> {
              turn.note(
                  Kind.BRANCHED,
                  node.id().text(),
                  "No answer for " + Spans.words(span) + because(await.step().silence().why()));
              yield new Walk(turn).from(await.silence(), turn.now);
            }
            case Deadline.At _ -> turn.hasContact() ? setAnew(standing, node) : Turn.needsContact();
          };
      case Node.SendNode _, Node.ActNode _, Node.BranchNode _ -> turn.unchanged();
      case Node.SplitNode _, Node.LeaveNode _ -> turn.unchanged();
    };
  }

  /// Measures the moment again that the run waits for: it may be later now, gone, or come.
  Verdict setAnew(Standing standing, Node node) {
    return switch (node) {
      case Node.WaitNode wait ->
          switch (wait.step().pause()) {
            case Pause.Until until -> again(standing, wait, until.moment());
            case Pause.For _, Pause.Into _ -> turn.rest(standing);
          };
      case Node.AwaitNode await ->
          switch (await.step().silence().deadline()) {
            case Deadline.At(var moment) -> again(standing, await, moment);
            case Deadline.After _ -> turn.rest(standing);
          };
      case Node.SendNode _, Node.ActNode _, Node.BranchNode _ -> turn.rest(standing);
      case Node.SplitNode _, Node.LeaveNode _ -> turn.rest(standing);
    };
  }

  private Verdict again(Standing standing, Node.WaitNode node, Moment moment) {
    Optional<Instant> at = Moments.find(moment, turn.view());
    if (at.isEmpty()) {
      turn.note(Kind.BRANCHED, node.id().text(), "There is no such appointment or date any more.");
      return new Walk(turn).from(node.gone(), turn.now);
    }
    if (at.get().isAfter(turn.now)) {
      noteLater(standing, node, at.get());
      return turn.rest(new Standing.Waiting(node.id(), since(standing), at.get()));
    }
    if (!standing.alarm().filter(at.get()::equals).isPresent()) {
      turn.note(Kind.BRANCHED, node.id().text(), "The moment was moved to one that has passed.");
      return new Walk(turn).from(node.past(), turn.now);
    }
    // whatever was due at the moment has been late since then
    return new Walk(turn).from(node.reached(), at.get());
  }

  private Verdict again(Standing standing, Node.AwaitNode node, Moment moment) {
    Optional<Instant> at = Moments.find(moment, turn.view());
    if (at.isPresent() && at.get().isAfter(turn.now)) {
      noteLater(standing, node, at.get());
      return turn.rest(new Standing.Awaiting(node.id(), since(standing), at.get()));
    }
    turn.note(
        Kind.BRANCHED,
        node.id().text(),
        "No answer until the moment to answer by" + because(node.step().silence().why()));
    return new Walk(turn).from(node.silence(), turn.now);
  }

  private void noteLater(Standing standing, Node node, Instant until) {
    if (!standing.alarm().filter(until::equals).isPresent()) {
      turn.note(
          Kind.WAITING,
          node.id().text(),
          "The moment moved; waits until " + Calendars.words(until, turn.view().zone()) + ".");
    }
  }

  private Instant since(Standing standing) {
    return switch (standing) {
      case Standing.Waiting(_, var since, _) -> since;
      case Standing.Awaiting(_, var since, _) -> since;
      case Standing.Held(_, var since, _) -> since;
      case Standing.Queued(var since, _) -> since;
      case Standing.Paused(_, var since) -> since;
      case Standing.Commanded _, Standing.Doubtful _, Standing.Ready _ -> turn.now;
      case Standing.Closing _, Standing.Verifying _ -> turn.now;
      case Standing.Ended _, Standing.TurnedAway _ -> turn.now;
    };
  }

  private static String because(String why) {
    return why.isBlank() ? "." : ": " + why + ".";
  }
}
