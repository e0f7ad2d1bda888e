package dev.interlock.verifier.prove.world;

import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A machine whose states are looked at one by one, as arrays of numbers: no diagrams, nothing in
/// common with the engine that it checks.
final class PlainMachine<L> {
  private final List<Variable> variables;
  private final Map<Variable, Integer> index = new HashMap<>();
  private final List<Way<L>> ways = new ArrayList<>();
  private final Test initial;

  PlainMachine(Machine<L> machine) {
    this.variables = machine.variables();
    variables.forEach(variable -> index.put(variable, index.size()));
    this.initial = test(machine.initial());
    machine.moves().forEach(move -> ways.add(way(move)));
  }

  /// A question to a state.
  interface Test {
    boolean holds(Point point);
  }

  /// A state.
  static final class Point {
    private final int[] values;

    Point(int... values) {
      this.values = values;
    }

    int[] values() {
      return values;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Point point && Arrays.equals(values, point.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  /// A move.
  static final class Way<L> {
    private final Move<L> move;
    private final Test guard;
    private final int[] changed;
    private final int[] values;

    Way(Move<L> move, Test guard, int[] changed, int[] values) {
      this.move = move;
      this.guard = guard;
      this.changed = changed;
      this.values = values;
    }

    Move<L> move() {
      return move;
    }

    Test guard() {
      return guard;
    }

    Point from(Point point) {
      int[] next = point.values.clone();
      for (int i = 0; i < changed.length; i++) {
        next[changed[i]] = values[i];
      }
      return new Point(next);
    }
  }

  List<Variable> variables() {
    return variables;
  }

  int indexOf(Variable variable) {
    return index.getOrDefault(variable, -1);
  }

  List<Way<L>> ways() {
    return ways;
  }

  boolean isInitial(Point point) {
    return initial.holds(point);
  }

  private Way<L> way(Move<L> move) {
    List<Assignment> updates = move.updates();
    return new Way<>(
        move,
        test(move.guard()),
        updates.stream().mapToInt(update -> indexOf(update.variable())).toArray(),
        updates.stream().mapToInt(Assignment::value).toArray());
  }

  Test test(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Fixed(var holds) -> _ -> holds;
      case Predicate.Among(var variable, var values) -> {
        int at = indexOf(variable);
        boolean[] allowed = new boolean[variable.size()];
        values.forEach(value -> allowed[value] = true);
        yield point -> allowed[point.values[at]];
      }
      case Predicate.All(var parts) -> {
        Test[] all = parts.stream().map(this::test).toArray(Test[]::new);
        yield point -> {
          for (Test one : all) {
            if (!one.holds(point)) {
              return false;
            }
          }
          return true;
        };
      }
      case Predicate.Any(var parts) -> {
        Test[] any = parts.stream().map(this::test).toArray(Test[]::new);
        yield point -> {
          for (Test one : any) {
            if (one.holds(point)) {
              return true;
            }
          }
          return false;
        };
      }
      case Predicate.Not(var part) -> {
        Test one = test(part);
        yield point -> !one.holds(point);
      }
    };
  }

  String words(Point point) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      words.add(variables.get(i).name() + "=" + variables.get(i).values().get(point.values[i]));
    }
    return words.toString();
  }
}
