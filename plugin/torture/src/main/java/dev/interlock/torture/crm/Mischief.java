package dev.interlock.torture.crm;

/// What becomes of one request to the CRM.
public enum Mischief {
  /// It is answered as it should be.
  NONE,
  /// Nothing is done, and the answer says so.
  REFUSED,
  /// Nothing is done, and the connection ends without an answer.
  CUT_BEFORE,
  /// It is done, and the connection ends without an answer.
  CUT_AFTER,
  /// It is done, and the answer says that something went wrong.
  FAULT_AFTER,
  /// The connection ends at once, and a while later it is done all the same.
  DONE_LATE,
  /// It is done, and the answer comes after a long silence.
  STALLED,
  /// It is done, and the answer drips in and never ends.
  DRIBBLED,
  /// It is done, and the answer is no JSON, or JSON of another shape.
  GARBLED,
  /// It is done neither now nor for a while: too many requests, with the vendor's headers.
  STORM;

  /// Whether the CRM did what it was told.
  boolean isDone() {
    return switch (this) {
      case NONE, CUT_AFTER, FAULT_AFTER, DONE_LATE, STALLED, DRIBBLED, GARBLED -> true;
      case REFUSED, CUT_BEFORE, STORM -> false;
    };
  }
}
