package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Exits;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.walk.Move.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lays paths out as places. Works from the end to the beginning, so that what follows a step is
/// known before the step.
final class FlowBuilder {
  private final List<Place> places = new ArrayList<>();

  List<Place> places() {
    return places;
  }

  /// Lays out the path; what follows it is `next`. Returns where it begins.
  int enter(Path path, int next) {
    int entry = next;
    for (Step step : path.steps().reversed()) {
      entry = place(step, entry);
    }
    return entry;
  }

  private int place(Step step, int next) {
    return switch (step) {
      case Step.Send send -> add(send, failing(send, send.onFailure(), next));
      case Step.Act act -> add(act, failing(act, act.onFailure(), next));
      case Step.Wait wait -> add(wait, pausing(wait, next));
      case Step.Await await -> add(await, awaiting(await, next));
      case Step.Branch branch -> add(branch, branching(branch, next));
      case Step.Split split ->
          add(
              split,
              split.shares().stream()
                  .map(share -> move(Way.SHARE, share.path(), next, share.position()))
                  .toList());
      case Step.Repeat repeat -> repeating(repeat, next);
      case Step.Leave leave -> add(leave, List.of());
    };
  }

  private int add(Step step, List<Move> moves) {
    places.add(new Place(places.size(), step, moves));
    return places.size() - 1;
  }

  private List<Move> failing(Step step, OnFailure onFailure, int next) {
    Position here = step.position();
    List<Move> moves = new ArrayList<>();
    moves.add(new Move(Way.DONE, next, Duration.ZERO, here));
    moves.add(consequence(Way.REFUSED, onFailure.refused(), next, here));
    if (step instanceof Step.Send) {
      moves.add(consequence(Way.BLOCKED, onFailure.blocked(), next, here));
      undelivered(onFailure.undelivered(), here).ifPresent(moves::add);
    }
    return moves;
  }

  // the run has gone on long ago: it goes on where it stands, or by a path that never leads back
  private Optional<Move> undelivered(Consequence consequence, Position position) {
    return switch (consequence) {
      case Consequence.GoOn _, Consequence.Skip _ -> Optional.empty();
      case Consequence.Take(Path path) -> {
        int failed = add(new Step.Leave(Exits.FAILED, position), List.of());
        yield Optional.of(move(Way.UNDELIVERED, path, failed, position));
      }
    };
  }

  private List<Move> pausing(Step.Wait wait, int next) {
    Position here = wait.position();
    int body = enter(wait.body(), next);
    return switch (wait.pause()) {
      case Pause.For(Duration span) -> List.of(new Move(Way.REACHED, body, span, here));
      case Pause.Into _ -> List.of(new Move(Way.REACHED, body, Duration.ZERO, here));
      case Pause.Until(_, Consequence ifPast, Consequence ifGone) ->
          List.of(
              new Move(Way.REACHED, body, Duration.ZERO, here),
              goingOn(Way.PAST, ifPast, body, next, here),
              goingOn(Way.GONE, ifGone, body, next, here));
    };
  }

  // to go on although the moment has passed is to do what the wait was for
  private Move goingOn(Way way, Consequence consequence, int body, int next, Position position) {
    return switch (consequence) {
      case Consequence.GoOn _ -> new Move(way, body, Duration.ZERO, position);
      case Consequence.Skip _, Consequence.Take _ -> consequence(way, consequence, next, position);
    };
  }

  private List<Move> awaiting(Step.Await await, int next) {
    List<Move> moves = new ArrayList<>();
    for (Step.Arm arm : await.arms()) {
      moves.add(move(Way.ARM, arm.path(), next, arm.position()));
    }
    Step.Silence silence = await.silence();
    Duration least =
        switch (silence.deadline()) {
          case Deadline.After(Duration span) -> span;
          case Deadline.At _ -> Duration.ZERO;
        };
    moves.add(new Move(Way.SILENCE, enter(silence.path(), next), least, silence.position()));
    return moves;
  }

  private List<Move> branching(Step.Branch branch, int next) {
    List<Move> moves = new ArrayList<>();
    for (Step.Choice choice : branch.choices()) {
      moves.add(move(Way.CHOICE, choice.path(), next, choice.position()));
    }
    moves.add(move(Way.OTHERWISE, branch.otherwise(), next, branch.position()));
    branch.unknown().ifPresent(path -> moves.add(move(Way.UNKNOWN, path, next, branch.position())));
    return moves;
  }

  private int repeating(Step.Repeat repeat, int next) {
    int after = add(repeat, List.of());
    int body = enter(repeat.body(), after);
    Move turn = new Move(Way.TURN, body, Duration.ZERO, repeat.position());
    Move done = new Move(Way.DONE, next, Duration.ZERO, repeat.position());
    places.set(
        after, new Place(after, repeat, repeat.times() > 1 ? List.of(turn, done) : List.of(done)));
    return add(repeat, List.of(turn));
  }

  private Move consequence(Way way, Consequence consequence, int next, Position position) {
    return switch (consequence) {
      case Consequence.GoOn _, Consequence.Skip _ -> new Move(way, next, Duration.ZERO, position);
      case Consequence.Take(Path path) -> move(way, path, next, position);
    };
  }

  private Move move(Way way, Path path, int next, Position position) {
    return new Move(way, enter(path, next), Duration.ZERO, position);
  }
}
