package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.Move;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The moves of a machine, and what lies before and after them.
final class Moves<L> {
  private final Space space;
  private final List<Way<L>> ways = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  Moves(Space space, List<Move<L>> moves) {
    this.space = space;
    for (Move<L> move : moves) {
      int guard = space.of(move.guard());
      if (guard != Diagrams.NOTHING) {
        int cube = space.diagrams.keep(space.cube(move.updates()));
        ways.add(new Way<>(move, guard, cube, space.diagrams.keep(space.made(move.updates()))));
      }
      space.diagrams.sweep();
    }
    merge();
  }

  /// All moves that come to the same: where one of them can be made, and what it changes.
  record Step(int guard, Change change) {}

  record Change(int cube, int made) {}

  /// In a large set many contracts write the same. Whoever asks what can come about need not ask
  /// each of them.
  private void merge() {
    Map<Change, Integer> guards = new LinkedHashMap<>();
    for (Way<L> way : ways) {
      guards.merge(new Change(way.cube(), way.made()), way.guard(), space.diagrams::or);
    }
    guards.forEach((change, guard) -> steps.add(new Step(space.diagrams.keep(guard), change)));
    space.diagrams.sweep();
  }

  List<Way<L>> ways() {
    return ways;
  }

  List<Step> steps() {
    return steps;
  }

  int after(int from, Step step) {
    return space.diagrams.and(
        space.diagrams.andExists(from, step.guard(), step.change().cube()), step.change().made());
  }

  int before(int after, Step step) {
    return before(after, step.guard(), step.change());
  }

  int before(int after, Way<L> way) {
    return before(after, way.guard(), new Change(way.cube(), way.made()));
  }

  private int before(int after, int guard, Change change) {
    return space.diagrams.and(space.diagrams.andExists(after, change.made(), change.cube()), guard);
  }
}
