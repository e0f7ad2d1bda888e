package dev.interlock.verifier.prove.diagram;

/// A task grew beyond what it may use. Whoever started it says that its question is unresolved.
public final class OutOfBudget extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutOfBudget(String what) {
    super(what);
  }
}
