package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shortest ways: the k-th ring holds what takes at most k moves.
///
/// What takes less stays inside, because diagrams of whole discs are much smaller than those of
/// their rims; a shortest way is the same by both. Rings cost far more than finding out what can
/// come about at all, so that there are only as many as a bound allows.
final class Rings<L> {
  private final Space space;
  private final Moves<L> moves;
  private final Allowance allowance;
  private final long mostAnswers;
  private final List<Integer> rings = new ArrayList<>();
  private long spent;

  /// @param mostAnswers how much may be computed for rings, all of them together
  Rings(Space space, Moves<L> moves, int initial, Allowance allowance, long mostAnswers) {
    this.space = space;
    this.moves = moves;
    this.allowance = allowance;
    this.mostAnswers = mostAnswers;
    rings.add(space.diagrams.keep(initial));
  }

  /// A shortest way into these states, which can come about; empty when it is further away than
  /// rings are drawn.
  Optional<Course<L>> way(int wanted, Lot lot) {
    int ring = 0;
    do {
      int hit = space.diagrams.and(rings.get(ring), wanted);
      if (hit != Diagrams.NOTHING) {
        return Optional.of(back(ring, space.one(hit, lot), lot));
      }
      space.diagrams.sweep();
      ring++;
    } while (ring < rings.size() || add());
    return Optional.empty();
  }

  /// One more ring around the last: all that takes one move more at most.
  private boolean add() {
    if (spent > mostAnswers) {
      return false;
    }
    long before = allowance.answers();
    Diagrams diagrams = space.diagrams;
    int last = rings.getLast();
    int next = diagrams.keep(last);
    for (Moves.Step step : moves.steps()) {
      int grown = diagrams.keep(diagrams.or(next, moves.after(last, step)));
      diagrams.drop(next);
      next = grown;
      diagrams.sweep();
      allowance.checkTime();
      if (spent + allowance.answers() - before > mostAnswers) {
        break;
      }
    }
    spent += allowance.answers() - before;
    if (next == last || spent > mostAnswers) {
      diagrams.drop(next);
      return false;
    }
    rings.add(next);
    return true;
  }

  private Course<L> back(int ring, State last, Lot lot) {
    Diagrams diagrams = space.diagrams;
    List<Course.Stage<L>> stages = new ArrayList<>();
    State state = last;
    for (int at = ring; at > 0; at--) {
      int here = space.only(state);
      for (Way<L> way : lot.ordered(moves.ways())) {
        int from = diagrams.and(rings.get(at - 1), moves.before(here, way));
        if (from != Diagrams.NOTHING) {
          stages.add(new Course.Stage<>(way.move(), state));
          state = space.one(from, lot);
          break;
        }
      }
      diagrams.sweep();
    }
    return new Course<>(state, stages.reversed());
  }
}
