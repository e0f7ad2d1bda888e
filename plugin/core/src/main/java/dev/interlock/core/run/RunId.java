package dev.interlock.core.run;

/// A run: one passage of one contact through one contract.
public record RunId(String text) implements Comparable<RunId> {
  public RunId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a run's id is blank");
    }
  }

  @Override
  public int compareTo(RunId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
