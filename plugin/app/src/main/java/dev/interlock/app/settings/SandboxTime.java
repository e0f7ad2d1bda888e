package dev.interlock.app.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// The time of a sandbox that runs faster than life, shared between processes as a text.
///
/// @param start what it showed at the beginning
/// @param origin when that was, in real time
/// @param factor how many times faster than life it runs
public record SandboxTime(Instant start, Instant origin, double factor) {

  /// The time in a text such as `2026-11-02T13:00:00Z@2026-11-23T05:40:12Z*600`.
  static Optional<SandboxTime> of(String text) {
    String[] parts = text.split("[@*]", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      double factor = Double.parseDouble(parts[2]);
      return factor > 0 && factor <= 1_000_000
          ? Optional.of(new SandboxTime(Instant.parse(parts[0]), Instant.parse(parts[1]), factor))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return start + "@" + origin + "*" + factor;
  }
}
