package dev.interlock.verifier.finding;

/// How much a finding weighs.
public enum Severity {
  /// Blocks go-live.
  ERROR("error"),
  /// Has to be acknowledged.
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /// As compilers print it.
  public String word() {
    return word;
  }
}
