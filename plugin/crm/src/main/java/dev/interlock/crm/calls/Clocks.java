package dev.interlock.crm.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far our clock is from the CRM's, as its answers tell. What happened when, what is too old
/// and what is found by reading all compare the two.
final class Clocks {
  private static final Duration HARMLESS = Duration.ofMinutes(2);

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

  /// How far ours is ahead of the CRM's by the last answer that told; negative where it is behind,
  /// nothing as long as no answer shows that they differ.
  Duration ahead() {
    return ahead;
  }

  /// How far ours is ahead of the CRM's, or behind it; empty when that does no harm.
  Optional<Duration> apart() {
    return Optional.of(ahead).filter(_ -> isApart());
  }

  private boolean isApart() {
    return ahead.abs().compareTo(HARMLESS) > 0;
  }
}
