package dev.interlock.verifier.prove.symbolic;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One state: a value for each variable.
public record State(Map<Variable, Integer> values) {
  public State {
    values = Map.copyOf(values);
  }

  /// The value of the variable.
  public int value(Variable variable) {
    Integer value = values.get(variable);
    if (value == null) {
      throw new IllegalArgumentException("nothing is said of " + variable.name());
    }
    return value;
  }

  /// Whether the predicate holds.
  public boolean satisfies(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Fixed(var holds) -> holds;
      case Predicate.Among(var variable, var allowed) -> allowed.contains(value(variable));
      case Predicate.All(var parts) -> parts.stream().allMatch(this::satisfies);
      case Predicate.Any(var parts) -> parts.stream().anyMatch(this::satisfies);
      case Predicate.Not(var part) -> !satisfies(part);
    };
  }

  /// The state after the move.
  public State after(Move<?> move) {
    Map<Variable, Integer> next = new HashMap<>(values);
    move.updates().forEach(update -> next.put(update.variable(), update.value()));
    return new State(next);
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().name(),
                entry -> entry.getKey().values().get(entry.getValue()),
                (one, _) -> one,
                TreeMap::new))
        .toString();
  }
}
