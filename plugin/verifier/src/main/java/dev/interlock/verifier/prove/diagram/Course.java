package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.State;
import java.util.List;

/// A way through a machine: where it begins, and which moves are made.
///
/// @param moves in their order, each with the state that it leads to
public record Course<L>(State first, List<Stage<L>> moves) {
  public Course {
    moves = List.copyOf(moves);
  }

  /// Where the way ends.
  public State last() {
    return moves.isEmpty() ? first : moves.getLast().after();
  }

  /// One move, and the state after it.
  public record Stage<L>(Move<L> move, State after) {}
}
