package dev.interlock.verifier.prove.symbolic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// A question about a state, answered yes or no.
public sealed interface Predicate {
  /// The same answer in every state.
  record Fixed(boolean holds) implements Predicate {}

  /// The variable has one of these values.
  record Among(Variable variable, NavigableSet<Integer> values) implements Predicate {}

  /// All of these hold.
  record All(List<Predicate> parts) implements Predicate {}

  /// At least one of these holds.
  record Any(List<Predicate> parts) implements Predicate {}

  /// The contrary.
  record Not(Predicate part) implements Predicate {}

  /// Holds in every state.
  static Predicate always() {
    return new Fixed(true);
  }

  /// Holds in no state.
  static Predicate never() {
    return new Fixed(false);
  }

  /// The variable has this value.
  static Predicate is(Variable variable, int value) {
    if (variable.size() == 1) {
      return new Fixed(value == 0);
    }
    return value < 0 || value >= variable.size()
        ? never()
        : new Among(variable, new TreeSet<>(Set.of(value)));
  }

  /// The variable has one of the values that pass the test.
  static Predicate among(Variable variable, IntPredicate test) {
    TreeSet<Integer> values = new TreeSet<>();
    for (int value = 0; value < variable.size(); value++) {
      if (test.test(value)) {
        values.add(value);
      }
    }
    if (values.isEmpty()) {
      return never();
    }
    return values.size() == variable.size() ? always() : new Among(variable, values);
  }

  /// All of these.
  static Predicate all(Predicate... parts) {
    return all(Arrays.asList(parts));
  }

  /// All of these.
  static Predicate all(List<Predicate> parts) {
    List<Predicate> left = new ArrayList<>();
    for (Predicate part : parts) {
      if (part instanceof Fixed(var holds)) {
        if (!holds) {
          return part;
        }
      } else if (part instanceof All(var inner)) {
        left.addAll(inner);
      } else {
        left.add(part);
      }
    }
    if (left.isEmpty()) {
      return always();
    }
    return left.size() == 1 ? left.getFirst() : new All(List.copyOf(left));
  }

  /// At least one of these.
  static Predicate any(Predicate... parts) {
    return any(Arrays.asList(parts));
  }

  /// At least one of these.
  static Predicate any(List<Predicate> parts) {
    List<Predicate> left = new ArrayList<>();
    for (Predicate part : parts) {
      if (part instanceof Fixed(var holds)) {
        if (holds) {
          return part;
        }
      } else if (part instanceof Any(var inner)) {
        left.addAll(inner);
      } else {
        left.add(part);
      }
    }
    if (left.isEmpty()) {
      return never();
    }
    return left.size() == 1 ? left.getFirst() : new Any(List.copyOf(left));
  }

  /// The contrary.
  default Predicate not() {
    return switch (this) {
      case Fixed(var holds) -> new Fixed(!holds);
      case Not(var part) -> part;
      case Among _, All _, Any _ -> new Not(this);
    };
  }

  /// This and that.
  default Predicate and(Predicate other) {
    return all(this, other);
  }

  /// This or that.
  default Predicate or(Predicate other) {
    return any(this, other);
  }

  /// What has to hold before, so that this holds once the variables have got these constants.
  default Predicate given(List<Assignment> updates) {
    return switch (this) {
      case Fixed _ -> this;
      case Among(var variable, var values) ->
          updates.stream()
              .filter(update -> update.variable().equals(variable))
              .findFirst()
              .<Predicate>map(update -> new Fixed(values.contains(update.value())))
              .orElse(this);
      case All(var parts) -> all(parts.stream().map(part -> part.given(updates)).toList());
      case Any(var parts) -> any(parts.stream().map(part -> part.given(updates)).toList());
      case Not(var part) -> part.given(updates).not();
    };
  }

  /// The variables that the answer can depend on.
  default Stream<Variable> variables() {
    return switch (this) {
      case Fixed _ -> Stream.of();
      case Among(var variable, _) -> Stream.of(variable);
      case All(var parts) -> parts.stream().flatMap(Predicate::variables);
      case Any(var parts) -> parts.stream().flatMap(Predicate::variables);
      case Not(var part) -> part.variables();
    };
  }
}
