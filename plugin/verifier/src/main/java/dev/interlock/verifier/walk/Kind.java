package dev.interlock.verifier.walk;

/// What sort of thing a name names.
public enum Kind {
  PIPELINE("pipeline"),
  STAGE("stage"),
  TAG("tag"),
  GROUP("tag group"),
  FIELD("field"),
  CALENDAR("calendar"),
  LANE("lane"),
  TEAM("team"),
  SETTING("setting"),
  PURPOSE("message purpose"),
  AUTOMATION("automation"),
  CONTRACT("contract"),
  EXIT("exit");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /// As a person would say it.
  public String word() {
    return word;
  }
}
