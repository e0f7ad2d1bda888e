package dev.interlock.core.run;

/// A line of a run's journal, in words that a client understands and without personal data.
///
/// @param step the step or exit it is about; empty when it is about the whole run
public record Entry(Kind kind, String step, String words) {

  /// What sort of line it is.
  public enum Kind {
    ENTERED,
    QUEUED,
    TURNED_AWAY,
    STEP,
    HELD,
    SUPPRESSED,
    BLOCKED,
    FAILED,
    WAITING,
    BRANCHED,
    HEARD,
    IGNORED,
    DOUBT,
    OPERATOR,
    EXIT,
    MISMATCH,
    ENDED
  }
}
