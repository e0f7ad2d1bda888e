package dev.interlock.verifier.prove.world;

import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/// What a moment of a life shows of a state of the model: of each variable the values that it may
/// have then. What is not mentioned may be anything.
final class Sight {
  private final Map<Variable, TreeSet<Integer>> allowed = new LinkedHashMap<>();

  Sight() {}

  private Sight(Sight other) {
    other.allowed.forEach((variable, values) -> allowed.put(variable, new TreeSet<>(values)));
  }

  Sight copy() {
    return new Sight(this);
  }

  Sight is(Variable variable, int value) {
    return among(variable, each -> each == value);
  }

  Sight among(Variable variable, IntPredicate test) {
    TreeSet<Integer> values = new TreeSet<>();
    for (int value = 0; value < variable.size(); value++) {
      if (test.test(value)) {
        values.add(value);
      }
    }
    allowed.put(variable, values);
    return this;
  }

  Sight anything(Variable variable) {
    allowed.remove(variable);
    return this;
  }

  boolean allows(Variable variable, int value) {
    TreeSet<Integer> values = allowed.get(variable);
    return values == null || values.contains(value);
  }

  Predicate predicate() {
    List<Predicate> all = new ArrayList<>();
    allowed.forEach((variable, values) -> all.add(Predicate.among(variable, values::contains)));
    return Predicate.all(all);
  }

  PlainMachine.Test test(PlainMachine<?> machine) {
    return machine.test(predicate());
  }

  @Override
  public String toString() {
    StringBuilder words = new StringBuilder();
    allowed.forEach((variable, values) ->
        words
            .append(variable.name())
            .append('=')
            .append(values.stream().map(variable.values()::get).toList())
            .append("; "));
    return words.toString();
  }
}
