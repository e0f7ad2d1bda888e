package dev.interlock.engine.intents;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/// How long to wait before trying again, and for how long at all.
///
/// @param first the pause after the first failed attempt; it doubles with each further one
/// @param longest the longest pause
/// @param jitter by which part a pause may be shorter or longer, so that many do not come back at
///   the same moment; 0 for none
/// @param waiting how long a command may wait for a CRM that says "not now" without having tried
/// @param doubt how long to look for a deed before it counts as undecidable
public record Patience(
    Duration first, Duration longest, double jitter, Duration waiting, Duration doubt) {
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(5);
  private static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofMinutes(10),
          0.3,
          Duration.ofHours(24),
          Duration.ofMinutes(30));

  public Patience {
    check("first", first, Duration.ofMillis(1), Duration.ofHours(1));
    check("longest", longest, first, Duration.ofDays(1));
    check("waiting", waiting, Duration.ofSeconds(1), Duration.ofDays(30));
    check("doubt", doubt, Duration.ofSeconds(1), Duration.ofDays(1));
    if (jitter < 0 || jitter >= 1) {
      throw new IllegalArgumentException("patience.jitter is " + jitter + "; say 0 to below 1");
    }
  }

  /// The usual patience.
  public static Patience usual() {
    return USUAL;
  }

  /// The same patience with another jitter.
  public Patience jitter(double other) {
    return new Patience(first, longest, other, waiting, doubt);
  }

  /// The same patience with another longest pause.
  public Patience pausingUpTo(Duration other) {
    return new Patience(first, other, jitter, waiting, doubt);
  }

  private static void check(String key, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "patience." + key + " is " + value + "; say " + least + " to " + most);
    }
  }

  /// The pause before the next look for a deed that was tried so long ago: often at first, since
  /// most CRMs show within seconds what was done.
  static Duration pauseBetweenLooks(Duration passed) {
    Duration half = passed.dividedBy(2);
    if (half.compareTo(FIRST_LOOK) < 0) {
      return FIRST_LOOK;
    }
    return half.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : half;
  }

  /// The pause after so many failed attempts.
  public Duration pauseAfter(int attempts) {
    IntervalFunction interval =
        jitter == 0
            ? IntervalFunction.ofExponentialBackoff(first, 2, longest)
            : IntervalFunction.ofExponentialRandomBackoff(first, 2, jitter, longest);
    return Duration.ofMillis(interval.apply(Math.max(1, attempts)));
  }
}
