package dev.interlock.engine.decide;

import java.time.Duration;
import java.time.Instant;

/// How far our clock, by which our writes have their time, is from the CRM's, by which events have
/// theirs.
///
/// @param ahead how far ours is ahead; negative where it is behind
record Skew(Duration ahead) {
  /// Whatever told of more was no clock.
  private static final Duration MOST = Duration.ofDays(1);

  static final Skew NONE = new Skew(Duration.ZERO);

  Skew {
    ahead = ahead.abs().compareTo(MOST) > 0 ? Duration.ZERO : ahead;
  }

  /// The earliest time that the CRM may give what was at this moment of our clock.
  Instant earliest(Instant ours) {
    return ahead.isPositive() ? ours.minus(ahead) : ours;
  }

  /// The latest time that the CRM may give what was at this moment of our clock.
  Instant latest(Instant ours) {
    return ahead.isNegative() ? ours.minus(ahead) : ours;
  }

  /// The earliest moment of our clock at which that may have been to which the CRM gives this time.
  Instant earliestOurs(Instant theirs) {
    return ahead.isNegative() ? theirs.plus(ahead) : theirs;
  }
}
