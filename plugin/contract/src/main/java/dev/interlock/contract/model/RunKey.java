package dev.interlock.contract.model;

/// What one run is about; re-entry and "already running" are counted per key.
public enum RunKey {
  CONTACT("contact"),
  APPOINTMENT("appointment"),
  OPPORTUNITY("deal"),
  INVOICE("invoice");

  private final String words;

  RunKey(String words) {
    this.words = words;
  }

  /// As in "one run per appointment".
  public String words() {
    return words;
  }
}
