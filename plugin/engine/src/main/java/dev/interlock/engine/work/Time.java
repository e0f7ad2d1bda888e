package dev.interlock.engine.work;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// What time it is, to the microsecond, which is what a store keeps.
public record Time(InstantSource source) {
  public Instant now() {
    return source.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
