package dev.interlock.verifier.prove.symbolic;

import java.util.List;

/// A world that can be explored: what there is, how it may begin, and how it may change.
///
/// @param variables in the order in which diagrams ask for them, control before facts
public record Machine<L>(List<Variable> variables, Predicate initial, List<Move<L>> moves) {
  public Machine {
    variables = List.copyOf(variables);
    moves = List.copyOf(moves);
  }
}
