package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.State;
import java.util.ArrayList;
import java.util.List;

/// Ways through the levels that an exploration left behind: from a state back to the level before
/// its own, by as few moves as that takes, and so on down to the beginning.
///
/// Each piece is a shortest one and the whole need not be. It costs next to nothing, since sets
/// around a single state are small.
final class Descent<L> {
  private final Space space;
  private final Moves<L> moves;
  private final Levels levels;
  private final Allowance allowance;

  Descent(Space space, Moves<L> moves, Levels levels, Allowance allowance) {
    this.space = space;
    this.moves = moves;
    this.levels = levels;
    this.allowance = allowance;
  }

  /// A way into these states, of which one can come about.
  Course<L> way(int wanted, Lot lot) {
    Diagrams diagrams = space.diagrams;
    int level = levels.first(wanted);
    State state = space.one(diagrams.and(levels.get(level), wanted), lot);
    List<Course.Stage<L>> stages = new ArrayList<>();
    while (level > 0) {
      List<Integer> around = around(state, level);
      int met = diagrams.and(around.getLast(), levels.get(level - 1));
      level = levels.first(met);
      State from = space.one(diagrams.and(met, levels.get(level)), lot);
      stages.addAll(0, forward(from, around, lot));
      around.forEach(diagrams::drop);
      diagrams.sweep();
      state = from;
    }
    return new Course<>(state, stages);
  }

  /// From where the state can be reached within its level by no, one, two moves and so on, until
  /// that is in the level before; kept.
  private List<Integer> around(State state, int level) {
    Diagrams diagrams = space.diagrams;
    int within = levels.get(level);
    int before = levels.get(level - 1);
    List<Integer> around = new ArrayList<>(List.of(diagrams.keep(space.only(state))));
    while (diagrams.and(around.getLast(), before) == Diagrams.NOTHING) {
      int last = around.getLast();
      int next = diagrams.keep(last);
      for (Moves.Step step : moves.steps()) {
        int grown =
            diagrams.keep(diagrams.or(next, diagrams.and(within, moves.before(last, step))));
        diagrams.drop(next);
        next = grown;
        diagrams.sweep();
      }
      allowance.checkTime();
      around.add(next);
    }
    return around;
  }

  private List<Course.Stage<L>> forward(State from, List<Integer> around, Lot lot) {
    List<Course.Stage<L>> stages = new ArrayList<>();
    State state = from;
    for (int left = around.size() - 2; left >= 0; left--) {
      Course.Stage<L> stage = stage(state, around.get(left), lot);
      stages.add(stage);
      state = stage.after();
    }
    return stages;
  }

  private Course.Stage<L> stage(State state, int into, Lot lot) {
    boolean[] here = space.bits(state);
    for (Way<L> way : lot.ordered(moves.ways())) {
      if (space.has(way.guard(), here)) {
        State after = state.after(way.move());
        if (space.has(into, space.bits(after))) {
          return new Course.Stage<>(way.move(), after);
        }
      }
    }
    throw new IllegalStateException("no way leads on from " + state);
  }
}
