package dev.interlock.crm.inventory;

import java.time.Duration;

/// What became of making something.
public sealed interface Made {

  /// It was made.
  record Done(String id) implements Made {}

  /// It was there already when we came to make it; nothing was written.
  record AlreadyThere(String id) implements Made {}

  /// It certainly was not made, and may be tried again.
  record TryLater(Duration pause, String reason) implements Made {}

  /// It certainly was not made, and never will until somebody changes something.
  ///
  /// @param code `scope` where the token lacks the right
  record Refused(String code, String reason) implements Made {}

  /// It may have been made, though looking does not show it yet: look again before another try.
  record InDoubt(String reason) implements Made {}
}
