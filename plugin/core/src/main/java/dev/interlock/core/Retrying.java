package dev.interlock.core;

import dev.interlock.contract.model.LaneClaim;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Standing.Ended;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.core.run.Surroundings;
import dev.interlock.core.run.Verdict;
import java.util.Optional;

/// Tries again what an operator thinks will work by now.
///
/// What a step decided once stays decided: a run whose step was refused has gone on by the failure
/// path, and others rely on that. What is left to try is what waits for a later moment, and an exit
/// that could not be made true.
final class Retrying {
  private final Turn turn;

  Retrying(Turn turn) {
    this.turn = turn;
  }

  Verdict retry(String by) {
    return switch (turn.run.standing()) {
      case Standing.Held(var at, var since, _) -> {
        turn.note(Kind.OPERATOR, at.text(), by + " had it tried again; everything is asked again.");
        yield new Walk(turn).from(at, since);
      }
      case Standing.Commanded(var at, var command) -> step(at, command, by);
      case Standing.Closing(var exit, _, var command, _, _) -> now(exit.text(), command, by);
      case Standing.Verifying(var exit, _, var command, _) -> now(exit.text(), command, by);
      case Ended ended -> ended(ended, by);
      case Standing.Waiting _, Standing.Awaiting _, Standing.Doubtful _ -> turn.unchanged();
      case Standing.Queued _, Standing.Ready _, Standing.Paused _ -> turn.unchanged();
      case Standing.TurnedAway _ -> turn.unchanged();
    };
  }

  private Verdict now(String step, CommandId command, String by) {
    turn.note(Kind.OPERATOR, step, by + " had it tried again.");
    turn.effect(new Effect.TryNow(command));
    return turn.rest(turn.run.standing());
  }

  /// A contact who no longer qualifies has nothing more done to them.
  private Verdict step(NodeId at, CommandId command, String by) {
    if (!turn.hasContact()) {
      return Turn.needsContact();
    }
    boolean gone = !turn.view().contact().exists();
    Optional<String> broken = gone ? Optional.empty() : StandingClauses.broken(turn);
    if (!gone && broken.isEmpty()) {
      return now(at.text(), command, by);
    }
    turn.note(Kind.OPERATOR, at.text(), by + " wanted it tried again; it was asked about first.");
    turn.effect(new Effect.CommandCancelled(command));
    turn.forgetLatched();
    broken.ifPresent(
        reason -> turn.note(Kind.BRANCHED, "", "No longer qualifies: " + reason + "."));
    return gone
        ? new Leaving(turn).contactGone()
        : new Leaving(turn).withdraw("no longer qualifies");
  }

  private Verdict ended(Ended ended, String by) {
    if (!(ended.proof() instanceof Proof.Unverified) || isBegunAnew()) {
      return turn.unchanged();
    }
    boolean wentOn = wentOn(ended);
    turn.note(
        Kind.OPERATOR,
        ended.exit().text(),
        by
            + " had the contact read back again"
            + (wentOn
                ? "; the contact has gone on from there, so that nothing is written any more."
                : "."));
    turn.reopened(ended.at());
    if (!wentOn) {
      turn.effect(new Effect.LaneTaken());
    }
    return new Leaving(turn).readAgain(ended.exit(), ended.reason(), wentOn);
  }

  /// There is one run at a time of a contract, contact and key.
  private boolean isBegunAnew() {
    return around().active().stream()
        .anyMatch(other ->
            !other.run().equals(turn.run.id())
                && other.contract().equals(turn.run.contract())
                && other.key().equals(turn.run.key()));
  }

  /// Whether some other run may have changed since what this one promised to leave.
  private boolean wentOn(Ended ended) {
    return around().active().stream()
            .anyMatch(other ->
                !other.run().equals(turn.run.id()) && !other.begunAt().isBefore(ended.at()))
        || around().ended().stream().anyMatch(past -> past.endedAt().isAfter(ended.at()))
        || isLaneTaken();
  }

  private boolean isLaneTaken() {
    return turn.program.contract().lane() instanceof LaneClaim.InLane(var lane, _, _, _)
        && around().lanes().containsKey(lane);
  }

  private Surroundings around() {
    return turn.facts.around();
  }
}
