package dev.interlock.contract.model;

/// A stage as people see it named in the CRM, inside its pipeline.
public record StageName(String text) implements Comparable<StageName> {
  public StageName {
    text = Texts.required("a stage's name", text);
  }

  @Override
  public int compareTo(StageName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
