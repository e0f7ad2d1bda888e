package dev.interlock.contract.model;

/// A pipeline as people see it named in the CRM.
public record PipelineName(String text) implements Comparable<PipelineName> {
  public PipelineName {
    text = Texts.required("a pipeline's name", text);
  }

  @Override
  public int compareTo(PipelineName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
