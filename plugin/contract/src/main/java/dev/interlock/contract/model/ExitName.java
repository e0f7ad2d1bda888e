package dev.interlock.contract.model;

/// What an ending of a contract is called.
public record ExitName(String text) implements Comparable<ExitName> {
  public ExitName {
    text = Texts.required("an exit's name", text);
  }

  @Override
  public int compareTo(ExitName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
