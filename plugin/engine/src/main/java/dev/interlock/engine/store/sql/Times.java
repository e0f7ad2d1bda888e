package dev.interlock.engine.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The one stored form of moments: microseconds since 1970 UTC, whatever zone the process is in.
final class Times {
  private Times() {}

  /// The microsecond in which the moment lies.
  static long stored(Instant moment) {
    return Instant.EPOCH.until(moment.truncatedTo(ChronoUnit.MICROS), ChronoUnit.MICROS);
  }

  /// The first microsecond that is not before the moment, so that no alarm rings early.
  static long storedAlarm(Instant moment) {
    long stored = stored(moment);
    return moment(stored).equals(moment) ? stored : stored + 1;
  }

  static Instant moment(long stored) {
    return Instant.EPOCH.plus(stored, ChronoUnit.MICROS);
  }
}
