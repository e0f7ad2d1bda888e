package dev.interlock.engine.decide;

import java.time.Instant;

/// What came of deciding a matter.
public sealed interface Result {
  /// It is decided and stored.
  record Settled() implements Result {}

  /// Not now: the contact could not be read, or nothing could be stored. Nothing has changed.
  record Stalled(Instant until, String reason) implements Result {}
}
