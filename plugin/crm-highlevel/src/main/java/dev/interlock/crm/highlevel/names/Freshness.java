package dev.interlock.crm.highlevel.names;

import java.time.Duration;

/// How long names are trusted.
///
/// @param longest after this time they are read again, known or not
/// @param shortest they are not read again sooner than this, however often one is missing
public record Freshness(Duration longest, Duration shortest) {
  public static final Freshness USUAL =
      new Freshness(Duration.ofMinutes(30), Duration.ofSeconds(20));

  public Freshness {
    if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "names are kept for " + shortest + " to " + longest + ", which is no span");
    }
  }
}
