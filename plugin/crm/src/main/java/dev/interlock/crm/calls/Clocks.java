package dev.interlock.crm.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far our clock is from the CRM's, as its answers tell. What happened when, what is too old
/// and what is found by reading all compare the two.
final class Clocks {
  private static final Duration HARMLESS = Duration.ofMinutes(2);

  /// Clocks that are set wrong are off by a time zone.
  private static final Duration BELIEVED = Duration.ofDays(1);

  /// An answer tells seconds, and cuts the rest off.
  private static final Duration GRAIN = Duration.ofSeconds(1);

  private Duration ahead = Duration.ZERO;

  /// An answer told the CRM's moment, which lay between two of ours if both clocks are right.
  ///
  /// @return whether the clocks are too far apart since this answer
  boolean heard(Instant theirs, Instant asked, Instant answered) {
    boolean wereApart = isApart();
    ahead = Duration.ZERO;
    if (theirs.isAfter(answered)) {
      ahead = Duration.between(theirs, answered);
    } else if (theirs.plus(GRAIN).isBefore(asked)) {
      ahead = Duration.between(theirs.plus(GRAIN), asked);
    }
    return isApart() && !wereApart;
  }

  /// The moment of the CRM's clock, as far as is known. Where the clocks are more than a day apart
  /// something else may tell for it, such as a cache, and ours is believed.
  Instant theirs(Instant ours) {
    return ahead.abs().compareTo(BELIEVED) > 0 ? ours : ours.minus(ahead);
  }

  /// Whether ours is further ahead than what it shows can be put right.
  boolean isLost() {
    return ahead.compareTo(BELIEVED) > 0;
  }

  /// How far ours is ahead of the CRM's, or behind it; empty when that does no harm.
  Optional<Duration> apart() {
    return Optional.of(ahead).filter(_ -> isApart());
  }

  private boolean isApart() {
    return ahead.abs().compareTo(HARMLESS) > 0;
  }
}
