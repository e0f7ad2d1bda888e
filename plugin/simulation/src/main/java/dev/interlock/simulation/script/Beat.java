package dev.interlock.simulation.script;

import java.time.Duration;

/// One thing that happens in a story.
///
/// @param after the time that passes since the beat before, or since the opening; never negative
public record Beat(Duration after, Act act) {
  public Beat {
    if (after.isNegative()) {
      throw new IllegalArgumentException("a beat " + after + " after the one before it");
    }
  }

  /// Something that happens at the same moment as the beat before.
  public static Beat now(Act act) {
    return new Beat(Duration.ZERO, act);
  }
}
