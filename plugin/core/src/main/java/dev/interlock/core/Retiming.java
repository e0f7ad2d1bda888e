package dev.interlock.core;

import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Pause;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.time.Duration;
import java.time.Instant;

/// Counts anew what a run waits for, where it was counted by a clock that was ahead and has been
/// set back since.
///
/// Nothing can have begun after now: a span that began then begins now. Moments that others set, as
/// appointments do, stay as they are, and so does a span that began before the clock went wrong.
public final class Retiming {
  private final Turn turn;

  private Retiming(Turn turn) {
    this.turn = turn;
  }

  /// What becomes of a run; one whose times are right is left as it is.
  ///
  /// @param program of the contract version that the run stays on
  public static Verdict of(Program program, Run run, Facts facts, Instant now) {
    var retiming = new Retiming(new Turn(program, run, facts, now));
    return retiming.decide(run.standing());
  }

  private Verdict decide(Standing standing) {
    remember();
    return switch (standing) {
      case Standing.Held(var at, var since, _) -> judged(at, since);
      case Standing.Waiting(var at, var since, _) when isAhead(since) && goesInto(at) ->
          new Walk(turn).from(at, turn.now);
      case Standing.Queued _, Standing.Waiting _, Standing.Awaiting _, Standing.Doubtful _ ->
          rest(retimed(standing));
      case Standing.Paused _, Standing.Commanded _, Standing.Ready _ -> rest(retimed(standing));
      case Standing.Closing _, Standing.Verifying _ -> rest(standing);
      case Standing.Ended _, Standing.TurnedAway _ -> turn.unchanged();
    };
  }

  /// Whether a message may go out depends on what is known now.
  private Verdict judged(NodeId at, Instant since) {
    Verdict verdict = new Walk(turn).from(at, past(since));
    boolean same =
        verdict instanceof Verdict.Decided(Decision decision)
            && decision.next().standing().equals(turn.run.standing());
    return same ? turn.unchanged() : verdict;
  }

  private Standing retimed(Standing standing) {
    return switch (standing) {
      case Standing.Queued(var since, var until) ->
          new Standing.Queued(past(since), until.minus(ahead(since)));
      case Standing.Waiting(var at, var since, var until) ->
          isSpan(at) ? new Standing.Waiting(at, past(since), until.minus(ahead(since))) : standing;
      case Standing.Awaiting(var at, var since, var until) ->
          isSpan(at) ? new Standing.Awaiting(at, past(since), until.minus(ahead(since))) : standing;
      case Standing.Doubtful(var at, var command, var reason, var until) -> {
        Instant last = turn.now.plus(Standing.Doubtful.LASTS);
        yield new Standing.Doubtful(at, command, reason, until.isAfter(last) ? last : until);
      }
      case Standing.Paused(var stopped, var since) ->
          new Standing.Paused(retimed(stopped), past(since));
      case Standing.Held _, Standing.Commanded _, Standing.Ready _ -> standing;
      case Standing.Closing _, Standing.Verifying _ -> standing;
      case Standing.Ended _, Standing.TurnedAway _ -> standing;
    };
  }

  private Verdict rest(Standing standing) {
    boolean same = standing.equals(turn.run.standing()) && turn.memory().equals(turn.run.memory());
    if (same) {
      return turn.unchanged();
    }
    standing
        .alarm()
        .filter(until -> !turn.run.standing().alarm().equals(standing.alarm()))
        .ifPresent(until ->
            turn.note(
                Kind.WAITING,
                standing.place().map(NodeId::text).orElse(""),
                "The clock of Interlock's machine had been ahead. Counted anew, this lasts until "
                    + Calendars.words(until, turn.facts.around().zone())
                    + "."));
    return turn.rest(standing);
  }

  /// How long the CRM has been tried is counted from the first leave on.
  private void remember() {
    turn.memory()
        .grant()
        .ifPresent(grant ->
            turn.granted(
                new Memory.Grant(
                    grant.at(), past(grant.due()), past(grant.first()), grant.attempts())));
  }

  private boolean isSpan(NodeId at) {
    return switch (turn.program.node(at)) {
      case Node.WaitNode wait -> wait.step().pause() instanceof Pause.For;
      case Node.AwaitNode await -> await.step().silence().deadline() instanceof Deadline.After;
      case Node.SendNode _, Node.ActNode _, Node.BranchNode _ -> false;
      case Node.SplitNode _, Node.LeaveNode _ -> false;
    };
  }

  private boolean goesInto(NodeId at) {
    return turn.program.node(at) instanceof Node.WaitNode wait
        && wait.step().pause() instanceof Pause.Into;
  }

  private boolean isAhead(Instant moment) {
    return moment.isAfter(turn.now);
  }

  private Duration ahead(Instant since) {
    return isAhead(since) ? Duration.between(turn.now, since) : Duration.ZERO;
  }

  private Instant past(Instant moment) {
    return isAhead(moment) ? turn.now : moment;
  }
}
