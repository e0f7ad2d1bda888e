package dev.interlock.core;

import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Node.FailureTargets;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.time.Instant;
import java.util.Optional;

/// What the outcome of a command does to the run that waits for it.
final class Reports {
  private final Turn turn;

  Reports(Turn turn) {
    this.turn = turn;
  }

  Verdict reported(CommandId command, Outcome outcome) {
    Standing standing = turn.run.standing();
    return switch (standing) {
      case Standing.Commanded(var at, var awaited) ->
          awaited.equals(command) ? step(at, command, outcome) : turn.unchanged();
      case Standing.Doubtful(var at, var awaited, _, _) ->
          awaited.equals(command) && !(outcome instanceof Outcome.InDoubt)
              ? step(at, command, outcome)
              : turn.unchanged();
      case Standing.Paused(var stopped, var since) -> whilePaused(stopped, since, command, outcome);
      case Standing.Closing closing ->
          closing.command().equals(command)
              ? new Leaving(turn).reported(closing, outcome)
              : turn.unchanged();
      case Standing.Verifying verifying ->
          verifying.command().equals(command)
              ? new Leaving(turn).reported(verifying, outcome)
              : turn.unchanged();
      case Standing.Held _, Standing.Waiting _, Standing.Awaiting _ -> turn.unchanged();
      case Standing.Queued _, Standing.Ready _ -> turn.unchanged();
      case Standing.Ended _, Standing.TurnedAway _ -> turn.unchanged();
    };
  }

  private Verdict step(NodeId at, CommandId command, Outcome outcome) {
    return switch (outcome) {
      case Outcome.ContactGone() -> new Leaving(turn).contactGone();
      case Outcome.InDoubt(var reason) -> doubt(at, command, reason);
      case Outcome.Postponed postponed -> postponed(at, postponed);
      case Outcome.Done _, Outcome.AlreadySo _, Outcome.Refused _ ->
          new Walk(turn).from(after(at, outcome), turn.now);
      case Outcome.Blocked _, Outcome.ReadBack _ ->
          new Walk(turn).from(after(at, outcome), turn.now);
    };
  }

  /// The leave to send is used up: it is held like one that a policy holds back, and everything is
  /// asked again when it is due.
  private Verdict postponed(NodeId at, Outcome.Postponed postponed) {
    Standing.Held held = held(at, postponed);
    return held.until().isAfter(turn.now)
        ? new Walk(turn).resting(held)
        : new Walk(turn).from(at, held.since());
  }

  private Standing.Held held(NodeId at, Outcome.Postponed postponed) {
    Optional<Memory.Grant> grant = turn.grantAt(at);
    grant.ifPresent(
        one -> turn.granted(new Memory.Grant(at, one.due(), one.first(), postponed.attempts())));
    turn.note(
        Kind.HELD,
        at.text(),
        "Not done yet: " + postponed.reason() + ". " + next(postponed.until()));
    return new Standing.Held(at, grant.map(Memory.Grant::due).orElse(turn.now), postponed.until());
  }

  private String next(Instant until) {
    return until.isAfter(turn.now)
        ? "Everything is asked again at "
            + Calendars.words(until, turn.facts.around().zone())
            + " of the business's time."
        : "Everything is asked again.";
  }

  private Verdict doubt(NodeId at, CommandId command, String reason) {
    return turn.rest(doubtful(at, command, reason));
  }

  private Standing.Doubtful doubtful(NodeId at, CommandId command, String reason) {
    turn.note(
        Kind.DOUBT,
        at.text(),
        "Nobody can tell whether this took effect: " + reason + ". An operator is asked.");
    turn.effect(new Effect.Attention(Concern.IN_DOUBT, at + ": " + reason));
    turn.forgetGrant();
    return new Standing.Doubtful(at, command, reason, turn.now.plus(Standing.Doubtful.LASTS));
  }

  /// Nobody has said what became of it: it counts as failed, and since it may have taken effect it
  /// is not done again.
  NodeId neverSettled(NodeId at) {
    turn.note(
        Kind.FAILED,
        at.text(),
        "For "
            + Spans.words(Standing.Doubtful.LASTS)
            + " nobody said whether this took effect. It counts as failed and is not done again;"
            + " somebody still has to look.");
    return failure(turn.program.node(at)).refused();
  }

  private Verdict whilePaused(Standing stopped, Instant since, CommandId command, Outcome outcome) {
    Optional<NodeId> place = awaiting(stopped, command);
    if (place.isEmpty()) {
      return turn.unchanged();
    }
    NodeId at = place.get();
    if (outcome instanceof Outcome.ContactGone) {
      return new Leaving(turn).contactGone();
    }
    if (stopped instanceof Standing.Doubtful && outcome instanceof Outcome.InDoubt) {
      return turn.unchanged();
    }
    Standing then =
        switch (outcome) {
          case Outcome.InDoubt(var reason) -> doubtful(at, command, reason);
          case Outcome.Postponed postponed -> held(at, postponed);
          case Outcome.Done _, Outcome.AlreadySo _, Outcome.Refused _ ->
              new Standing.Ready(after(at, outcome));
          case Outcome.Blocked _, Outcome.ReadBack _, Outcome.ContactGone _ ->
              new Standing.Ready(after(at, outcome));
        };
    return turn.rest(new Standing.Paused(then, since));
  }

  private static Optional<NodeId> awaiting(Standing stopped, CommandId command) {
    return switch (stopped) {
      case Standing.Commanded(var at, var awaited) when awaited.equals(command) -> Optional.of(at);
      case Standing.Doubtful(var at, var awaited, _, _) when awaited.equals(command) ->
          Optional.of(at);
      case Standing.Commanded _, Standing.Doubtful _, Standing.Queued _ -> Optional.empty();
      case Standing.Held _, Standing.Waiting _, Standing.Awaiting _ -> Optional.empty();
      case Standing.Ready _, Standing.Paused _, Standing.Closing _ -> Optional.empty();
      case Standing.Verifying _, Standing.Ended _, Standing.TurnedAway _ -> Optional.empty();
    };
  }

  /// Notes the outcome in memory and journal, and says which place is next.
  NodeId after(NodeId at, Outcome outcome) {
    Node node = turn.program.node(at);
    FailureTargets failure = failure(node);
    String name = at.text();
    return switch (outcome) {
      case Outcome.Done(var message, var reference) -> {
        message.ifPresent(id -> remember(node, id));
        reference.ifPresent(id -> remember(node, id));
        written(node).ifPresent(turn::wrote);
        turn.note(Kind.STEP, name, done(node));
        yield next(node);
      }
      case Outcome.AlreadySo() -> {
        written(node).ifPresent(turn::wrote);
        turn.note(Kind.STEP, name, "It was so already; nothing was written.");
        yield next(node);
      }
      case Outcome.Refused(_, var reason) -> {
        turn.note(Kind.FAILED, name, "The CRM did not do it: " + reason + ".");
        yield failure.refused();
      }
      case Outcome.Blocked(var reason) -> {
        turn.note(Kind.BLOCKED, name, "Not sent: " + reason + ".");
        yield failure.blocked();
      }
      case Outcome.InDoubt _, Outcome.Postponed _, Outcome.ReadBack _ -> next(node);
      case Outcome.ContactGone _ -> next(node);
    };
  }

  private static String done(Node node) {
    return node instanceof Node.SendNode send
        ? "The CRM took the " + send.step().message().channel().one() + "."
        : "Done.";
  }

  private void remember(Node node, MessageId message) {
    if (node instanceof Node.SendNode send) {
      turn.sent(new Memory.Sent(node.id(), send.step().message().channel(), message, turn.now));
    }
  }

  private void remember(Node node, String reference) {
    if (!(node instanceof Node.ActNode act)) {
      return;
    }
    switch (act.step().action()) {
      case Action.CreateTask(var title, _, _, _) -> turn.made(new Memory.Task(reference, title));
      case Action.MoveTo(var stage) -> turn.keeps(stage.pipeline(), new DealId(reference));
      case Action.MarkDeal(var pipeline, _) -> turn.keeps(pipeline, new DealId(reference));
      case Action.ValueDeal(var pipeline, _) -> turn.keeps(pipeline, new DealId(reference));
      case Action.AddTag _, Action.RemoveTag _, Action.SetField _, Action.ClearField _ -> {}
      case Action.AddNote _, Action.Assign _, Action.Notify _, Action.CallWebhook _ -> {}
      case Action.StartAutomation _, Action.StopAutomation _, Action.CompleteTasks _ -> {}
    }
  }

  private static Optional<String> written(Node node) {
    return node instanceof Node.ActNode(_, Step.Act act, _, _)
        ? OwnWrites.by(act.action())
        : Optional.empty();
  }

  private static NodeId next(Node node) {
    return switch (node) {
      case Node.SendNode send -> send.next();
      case Node.ActNode act -> act.next();
      case Node.WaitNode _, Node.AwaitNode _, Node.BranchNode _ -> throw noCommand(node);
      case Node.SplitNode _, Node.LeaveNode _ -> throw noCommand(node);
    };
  }

  private static FailureTargets failure(Node node) {
    return switch (node) {
      case Node.SendNode send -> send.onFailure();
      case Node.ActNode act -> act.onFailure();
      case Node.WaitNode _, Node.AwaitNode _, Node.BranchNode _ -> throw noCommand(node);
      case Node.SplitNode _, Node.LeaveNode _ -> throw noCommand(node);
    };
  }

  private static IllegalStateException noCommand(Node node) {
    return new IllegalStateException(node.id() + " gives no commands, so none can be reported");
  }
}
