package dev.interlock.verifier.prove.diagram;

/// A task grew beyond what it may use. Whoever started it says that its question is unresolved.
public final class OutOfBudget extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String what;

  OutOfBudget(String what) {
    super(what);
    this.what = what;
  }

  /// What was used up.
  public String what() {
    return what;
  }
}
