package dev.interlock.contract.model;

/// What a step is called; unique inside its contract, stable across versions.
public record StepName(String text) implements Comparable<StepName> {
  public StepName {
    text = Texts.required("a step's name", text);
  }

  @Override
  public int compareTo(StepName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
