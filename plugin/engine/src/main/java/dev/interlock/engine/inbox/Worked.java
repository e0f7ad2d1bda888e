package dev.interlock.engine.inbox;

import java.time.Instant;

/// What became of working on a delivery.
sealed interface Worked {
  /// It is done.
  ///
  /// @param inItsPlace how many deliveries were put into the inbox for it
  record Done(int inItsPlace) implements Worked {}

  /// It has to wait.
  record NotBefore(Instant moment) implements Worked {}

  static Worked done() {
    return new Done(0);
  }
}
