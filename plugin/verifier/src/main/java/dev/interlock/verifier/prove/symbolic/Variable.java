package dev.interlock.verifier.prove.symbolic;

import java.util.List;

/// Something about one contact's world that has one of finitely many values.
///
/// Variables are told apart by their names; values are numbered from 0 in the order given.
///
/// @param values the values in words, for stories
/// @param usual the value that a story gives it where another one would do no better
public record Variable(String name, List<String> values, int usual) {
  public Variable {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException(name + " has no value");
    }
    if (usual < 0 || usual >= values.size()) {
      throw new IllegalArgumentException(name + " has no value " + usual);
    }
  }

  /// A variable whose first value is the usual one.
  public Variable(String name, List<String> values) {
    this(name, values, 0);
  }

  /// The same, usually with this value.
  public Variable usually(int value) {
    return new Variable(name, values, value);
  }

  /// A variable that is either so or not.
  public static Variable flag(String name) {
    return new Variable(name, List.of("no", "yes"));
  }

  /// How many values there are.
  public int size() {
    return values.size();
  }

  /// Whether the variable has this value.
  public Predicate is(int value) {
    return Predicate.is(this, value);
  }

  /// Whether a flag is set.
  public Predicate holds() {
    return is(1);
  }

  /// The variable gets this value.
  public Assignment becomes(int value) {
    return new Assignment(this, value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Variable variable && variable.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
