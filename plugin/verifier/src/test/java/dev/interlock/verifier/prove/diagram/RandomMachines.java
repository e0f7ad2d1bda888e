package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Small machines by lot, and questions to their states.
final class RandomMachines {
  private final Random lot;

  RandomMachines(long seed) {
    this.lot = new Random(seed * 31);
  }

  /// A machine whose moves are called by their numbers.
  Machine<Integer> machine() {
    List<Variable> variables = new ArrayList<>();
    for (int i = 2 + lot.nextInt(4); i > 0; i--) {
      List<String> values =
          IntStream.range(0, 1 + lot.nextInt(5)).mapToObj(Integer::toString).toList();
      variables.add(new Variable("v" + i, values));
    }
    List<Move<Integer>> moves = new ArrayList<>();
    int count = 1 + lot.nextInt(12);
    for (int i = 0; i < count; i++) {
      moves.add(new Move<>(i, question(variables, 2), updates(variables)));
    }
    return new Machine<>(variables, question(variables, 3), moves);
  }

  private List<Assignment> updates(List<Variable> variables) {
    List<Assignment> updates = new ArrayList<>();
    for (Variable variable : variables) {
      if (lot.nextInt(3) == 0) {
        updates.add(variable.becomes(lot.nextInt(variable.size())));
      }
    }
    return updates;
  }

  Predicate question(List<Variable> variables, int depth) {
    if (depth == 0 || lot.nextInt(4) == 0) {
      Variable variable = variables.get(lot.nextInt(variables.size()));
      int value = lot.nextInt(variable.size());
      return lot.nextBoolean()
          ? variable.is(value)
          : Predicate.among(variable, each -> each >= value);
    }
    Predicate one = question(variables, depth - 1);
    Predicate other = question(variables, depth - 1);
    return switch (lot.nextInt(3)) {
      case 0 -> one.and(other);
      case 1 -> one.or(other);
      default -> one.not();
    };
  }
}
