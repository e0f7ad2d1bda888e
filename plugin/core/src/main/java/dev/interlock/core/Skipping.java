package dev.interlock.core;

import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;

/// Passes over the place where a run stands, as an operator ordered. Where that leads is where the
/// contract leads by itself: past a wait when it is over, by silence, or on after a step. A run
/// that has gone on meanwhile from where they saw it is left alone.
final class Skipping {
  private final Turn turn;

  Skipping(Turn turn) {
    this.turn = turn;
  }

  Verdict skip(NodeId seen, String reason, String by) {
    if (turn.run.standing().place().filter(seen::equals).isEmpty()) {
      return turn.unchanged();
    }
    return switch (turn.run.standing()) {
      case Standing.Waiting(var at, _, _) -> on(at, by + " had it go on without waiting", reason);
      case Standing.Awaiting(var at, _, _) ->
          on(at, by + " had it go on as if nobody answered", reason);
      case Standing.Held(var at, _, _) -> on(at, by + " had the message left out", reason);
      case Standing.Commanded(var at, var command) -> {
        turn.effect(new Effect.CommandCancelled(command));
        yield on(at, by + " had the step left out", reason);
      }
      case Standing.Queued _, Standing.Doubtful _, Standing.Ready _ -> turn.unchanged();
      case Standing.Paused _, Standing.Closing _, Standing.Verifying _ -> turn.unchanged();
      case Standing.Ended _, Standing.TurnedAway _ -> turn.unchanged();
    };
  }

  private Verdict on(NodeId at, String words, String reason) {
    turn.note(Kind.OPERATOR, at.text(), words + ": " + reason + ".");
    return new Walk(turn).from(past(turn.program.node(at)), turn.now);
  }

  private static NodeId past(Node node) {
    return switch (node) {
      case Node.WaitNode wait -> wait.reached();
      case Node.AwaitNode await -> await.silence();
      case Node.SendNode send -> send.next();
      case Node.ActNode act -> act.next();
      case Node.BranchNode _, Node.SplitNode _, Node.LeaveNode _ ->
          throw new IllegalStateException("no run rests at " + node.id());
    };
  }
}
