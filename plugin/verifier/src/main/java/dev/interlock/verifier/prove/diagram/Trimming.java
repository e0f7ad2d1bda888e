package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Leaves out of a way whatever it can do without.
final class Trimming<L> {
  private final Space space;
  private final Moves<L> moves;
  private final int initial;
  private final int wanted;

  Trimming(Space space, Moves<L> moves, int initial, int wanted) {
    this.space = space;
    this.moves = moves;
    this.initial = initial;
    this.wanted = wanted;
  }

  /// A way into the wanted states without a move that is not needed, from wherever it may begin.
  Course<L> of(Course<L> course, Lot lot) {
    List<Way<L>> left = ways(course);
    // most falls out where only single states are followed, which costs next to nothing
    boolean[] first = space.bits(course.first());
    for (int size = left.size() / 2; size > 0; size /= 2) {
      left = without(left, size, shorter -> leads(shorter, first));
    }
    boolean less = true;
    while (less) {
      int before = left.size();
      left = without(left, 1, shorter -> beginning(shorter) != Diagrams.NOTHING);
      less = left.size() < before;
    }
    return told(space.one(beginning(left), lot), left);
  }

  private List<Way<L>> ways(Course<L> course) {
    Map<Move<L>, Way<L>> known = new HashMap<>();
    return course.moves().stream()
        .map(stage ->
            known.computeIfAbsent(
                stage.move(),
                move ->
                    moves.ways().stream()
                        .filter(way -> way.move().equals(move))
                        .findFirst()
                        .orElseThrow()))
        .toList();
  }

  private List<Way<L>> without(
      List<Way<L>> of, int size, java.util.function.Predicate<List<Way<L>>> enough) {
    List<Way<L>> left = of;
    for (int end = left.size(); end > 0; end -= size) {
      List<Way<L>> shorter = new ArrayList<>(left);
      shorter.subList(Math.max(0, end - size), end).clear();
      if (enough.test(shorter)) {
        left = shorter;
      }
    }
    return left;
  }

  private boolean leads(List<Way<L>> ways, boolean[] first) {
    boolean[] here = first.clone();
    for (Way<L> way : ways) {
      if (!space.has(way.guard(), here)) {
        return false;
      }
      space.make(way.move(), here);
    }
    return space.has(wanted, here);
  }

  /// Where the ways, made one after the other, lead into the wanted states.
  private int beginning(List<Way<L>> ways) {
    space.diagrams.sweep();
    int here = wanted;
    for (Way<L> way : ways.reversed()) {
      here = moves.before(here, way);
      if (here == Diagrams.NOTHING) {
        return here;
      }
    }
    return space.diagrams.and(initial, here);
  }

  private Course<L> told(State first, List<Way<L>> ways) {
    List<Course.Stage<L>> stages = new ArrayList<>();
    State state = first;
    for (Way<L> way : ways) {
      state = state.after(way.move());
      stages.add(new Course.Stage<>(way.move(), state));
    }
    return new Course<>(first, stages);
  }
}
