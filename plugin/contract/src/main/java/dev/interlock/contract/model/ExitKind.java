package dev.interlock.contract.model;

/// What sort of ending an exit is.
public enum ExitKind {
  SUCCESS("success"),
  DECLINED("declined"),
  UNRESPONSIVE("no answer"),
  HANDOVER("handed over"),
  FAILED("failed"),
  DISPLACED("displaced"),
  WITHDRAWN("withdrawn");

  private final String words;

  ExitKind(String words) {
    this.words = words;
  }

  /// As a person would say it.
  public String words() {
    return words;
  }
}
