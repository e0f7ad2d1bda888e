package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.State;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Everything that can happen in a machine, state by state: the plainest engine there is.
final class Enumeration<L> {
  private final Machine<L> machine;
  private final Map<State, Integer> reached = new LinkedHashMap<>();

  Enumeration(Machine<L> machine) {
    this.machine = machine;
    begin(0, new HashMap<>());
    Deque<State> open = new ArrayDeque<>(reached.keySet());
    while (!open.isEmpty()) {
      State state = open.poll();
      for (Move<L> move : machine.moves()) {
        if (state.satisfies(move.guard())) {
          State next = state.after(move);
          if (reached.putIfAbsent(next, reached.getOrDefault(state, 0) + 1) == null) {
            open.add(next);
          }
        }
      }
    }
  }

  private void begin(int number, Map<Variable, Integer> values) {
    if (number == machine.variables().size()) {
      State state = new State(values);
      if (state.satisfies(machine.initial())) {
        reached.put(state, 0);
      }
      return;
    }
    Variable variable = machine.variables().get(number);
    for (int value = 0; value < variable.size(); value++) {
      values.put(variable, value);
      begin(number + 1, values);
    }
  }

  int size() {
    return reached.size();
  }

  boolean canBe(Predicate predicate) {
    return reached.keySet().stream().anyMatch(state -> state.satisfies(predicate));
  }

  /// How many moves a shortest way takes to a state in which the goal holds.
  OptionalInt distance(Predicate goal) {
    return reached.entrySet().stream()
        .filter(entry -> entry.getKey().satisfies(goal))
        .mapToInt(Map.Entry::getValue)
        .min();
  }

  /// Whether such moves can be made for ever, counted ones again and again.
  boolean canGoOnForEver(
      java.util.function.Predicate<L> inner, java.util.function.Predicate<L> counted) {
    Set<State> left = new HashSet<>(reached.keySet());
    while (true) {
      Set<State> there = new HashSet<>();
      for (State state : left) {
        if (leads(state, left, move -> inner.test(move) && counted.test(move))) {
          there.add(state);
        }
      }
      boolean more = true;
      while (more) {
        more = false;
        for (State state : left) {
          if (!there.contains(state) && leads(state, there, inner)) {
            there.add(state);
            more = true;
          }
        }
      }
      if (there.equals(left)) {
        return !left.isEmpty();
      }
      left = there;
    }
  }

  private boolean leads(State state, Set<State> to, java.util.function.Predicate<L> by) {
    return machine.moves().stream()
        .anyMatch(move ->
            by.test(move.what())
                && state.satisfies(move.guard())
                && to.contains(state.after(move)));
  }
}
