package dev.interlock.simulation;

import java.time.Instant;

/// The virtual time, which only goes on.
final class Clock {
  private Instant now;
  private int numbers;

  Clock(Instant now) {
    this.now = now;
  }

  Instant now() {
    return now;
  }

  void moveTo(Instant later) {
    now = later.isAfter(now) ? later : now;
  }

  /// A number that nothing else in the story has.
  int number() {
    numbers++;
    return numbers;
  }
}
