package dev.interlock.crm.calls;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What a CRM says with an answer of the calls that it allows. Everything may be missing; what
/// cannot be meant counts as missing, and less than nothing left is nothing left.
///
/// @param interval how long an interval is
/// @param most how many calls it allows in an interval
/// @param left how many are left of these
/// @param mostToday how many it allows in a day
/// @param leftToday how many are left of these
/// @param dayTurnsIn how long until a new day begins
public record Quota(
    Optional<Duration> interval,
    OptionalLong most,
    OptionalLong left,
    OptionalLong mostToday,
    OptionalLong leftToday,
    Optional<Duration> dayTurnsIn) {
  private static final long ABSURD = 1_000_000_000;
  private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /// It says nothing.
  public static final Quota UNSAID =
      new Quota(
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty());

  public Quota {
    interval = interval.filter(span -> span.isPositive() && span.compareTo(LONGEST_INTERVAL) <= 0);
    most = limit(most);
    left = rest(left);
    mostToday = limit(mostToday);
    leftToday = rest(leftToday);
    dayTurnsIn = dayTurnsIn.filter(span -> span.isPositive() && span.compareTo(DAY) <= 0);
  }

  private static OptionalLong limit(OptionalLong said) {
    return said.isPresent() && (said.getAsLong() < 1 || said.getAsLong() > ABSURD)
        ? OptionalLong.empty()
        : said;
  }

  private static OptionalLong rest(OptionalLong said) {
    if (said.isEmpty() || said.getAsLong() > ABSURD) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Math.max(0, said.getAsLong()));
  }
}
