package dev.interlock.verifier.prove.symbolic;

/// A variable gets a constant.
public record Assignment(Variable variable, int value) {
  public Assignment {
    if (value < 0 || value >= variable.size()) {
      throw new IllegalArgumentException(variable.name() + " has no value " + value);
    }
  }
}
