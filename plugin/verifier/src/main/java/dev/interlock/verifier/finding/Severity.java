package dev.interlock.verifier.finding;

/// How much a finding weighs.
public enum Severity {
  /// Blocks go-live.
  ERROR("error"),
  /// Has to be acknowledged.
  WARNING("warning"),
  /// Good to know; asks for nothing.
  NOTE("note");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /// Whether it keeps contracts from going live while nobody answers for it.
  public boolean blocks() {
    return this != NOTE;
  }

  /// As compilers print it.
  public String word() {
    return word;
  }
}
