package dev.interlock.handbook.page;

import dev.interlock.core.run.Entry.Kind;

/// Sorts of journal lines in a word or two, and how the stylesheet marks them.
final class KindWords {
  private KindWords() {}

  static String label(Kind kind) {
    return switch (kind) {
      case ENTERED -> "Entered";
      case QUEUED -> "Waits its turn";
      case TURNED_AWAY -> "Not admitted";
      case STEP -> "Done";
      case HELD -> "Held back";
      case SUPPRESSED, BLOCKED -> "Not sent";
      case FAILED -> "Failed";
      case WAITING -> "Waits";
      case BRANCHED -> "Decided";
      case HEARD -> "Heard";
      case IGNORED -> "Let pass";
      case DOUBT -> "In doubt";
      case OPERATOR -> "Operator";
      case EXIT -> "Leaves";
      case MISMATCH -> "Not as promised";
      case ENDED -> "Over";
    };
  }

  static String look(Kind kind) {
    return switch (kind) {
      case ENTERED -> "entered";
      case STEP -> "done";
      case HEARD -> "heard";
      case BRANCHED, WAITING, QUEUED, HELD -> "quiet";
      case IGNORED -> "let-pass";
      case TURNED_AWAY, SUPPRESSED, BLOCKED -> "did-not";
      case FAILED, DOUBT, MISMATCH -> "failed";
      case OPERATOR -> "operator";
      case EXIT, ENDED -> "exit";
    };
  }

  /// Whether the line tells of something that did not happen.
  static boolean didNotHappen(Kind kind) {
    return switch (kind) {
      case TURNED_AWAY, SUPPRESSED, BLOCKED, FAILED -> true;
      case ENTERED, QUEUED, STEP, HELD, WAITING, BRANCHED, HEARD, IGNORED -> false;
      case DOUBT, OPERATOR, EXIT, MISMATCH, ENDED -> false;
    };
  }
}
