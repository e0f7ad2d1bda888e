package dev.interlock.contract.model;

/// What a message is for; two messages of one purpose are duplicates within its horizon.
public record PurposeName(String text) implements Comparable<PurposeName> {
  public PurposeName {
    text = Texts.required("a purpose's name", text);
  }

  @Override
  public int compareTo(PurposeName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
