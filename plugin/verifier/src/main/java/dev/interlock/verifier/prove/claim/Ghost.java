package dev.interlock.verifier.prove.claim;

import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Something that a machine remembers for a rule alone: no contract reads it.
final class Ghost {
  private Ghost() {}

  /// The machine with one more variable, which begins at its first value.
  ///
  /// @param changes what a move does to the variable
  static Machine<Event> in(
      Machine<Event> machine, Variable ghost, Function<Event, List<Assignment>> changes) {
    List<Variable> variables = new ArrayList<>(machine.variables());
    variables.add(ghost);
    List<Move<Event>> moves =
        machine.moves().stream().map(move -> move.doing(changes.apply(move.what()))).toList();
    return new Machine<>(variables, machine.initial().and(ghost.is(0)), moves);
  }
}
