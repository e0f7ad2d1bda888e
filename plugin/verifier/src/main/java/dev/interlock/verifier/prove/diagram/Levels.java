package dev.interlock.verifier.prove.diagram;

import java.util.ArrayList;
import java.util.List;

/// Sets of states that grew out of one another while everything was explored, from what there is at
/// first to all that can come about. Not each is remembered, but never fewer than half as many as
/// may be.
final class Levels {
  private static final int MOST = 48;

  private final Diagrams diagrams;
  private final List<Integer> sets = new ArrayList<>();
  private int apart = 1;
  private int passed;

  Levels(Diagrams diagrams, int initial) {
    this.diagrams = diagrams;
    sets.add(diagrams.keep(initial));
  }

  void add(int grown) {
    passed++;
    if (passed < apart) {
      return;
    }
    passed = 0;
    sets.add(diagrams.keep(grown));
    if (sets.size() > MOST) {
      thin();
    }
  }

  private void thin() {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      if (i % 2 == 0) {
        left.add(sets.get(i));
      } else {
        diagrams.drop(sets.get(i));
      }
    }
    sets.clear();
    sets.addAll(left);
    apart *= 2;
  }

  /// No more grows out of this.
  void end(int all) {
    if (sets.getLast() != all) {
      sets.add(diagrams.keep(all));
    }
  }

  int get(int level) {
    return sets.get(level);
  }

  /// The first level at which one of these states comes about, which has to be at all.
  int first(int wanted) {
    int low = 0;
    int high = sets.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (diagrams.and(sets.get(middle), wanted) == Diagrams.NOTHING) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
