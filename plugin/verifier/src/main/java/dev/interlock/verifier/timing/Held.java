package dev.interlock.verifier.timing;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Hours;
import dev.interlock.contract.model.Operation.UnknownZone;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How long a message can be held back at the longest.
///
/// Quiet hours are measured on the real calendar: an ordinary week, and the week around each
/// holiday. Clock changes are not counted. A limit can hold a message for as long as its period,
/// since other workflows may have used it up.
public final class Held {
  // an ordinary week without holidays, far from anybody's calendar
  private static final LocalDate ORDINARY = LocalDate.of(1990, 1, 1);
  private static final Duration LEAVE_TO_SEND = Duration.ofMinutes(1);
  // the engine's usual longest pause
  private static final Duration PAUSE_BETWEEN_TRIES = Duration.ofMinutes(10);

  private Held() {}

  /// By quiet hours, holidays, limits and further tries together, however long it may be held. What
  /// is urgent is so for a quarter of an hour; after that quiet hours hold it as well.
  public static Duration longest(Operation operation, Step.Send send) {
    return quiet(operation.hours())
        .plus(byLimits(operation, send))
        .plus(PAUSE_BETWEEN_TRIES.multipliedBy(send.onFailure().retries()));
  }

  /// The same, but no longer than until it expires, which is asked again before every try. A leave
  /// to send lasts a minute.
  public static Duration untilItExpires(Operation operation, Step.Send send) {
    Duration longest = longest(operation, send);
    return send.terms()
        .expiresAfter()
        .map(span -> span.plus(LEAVE_TO_SEND))
        .filter(span -> span.compareTo(longest) < 0)
        .orElse(longest);
  }

  private static Duration byLimits(Operation operation, Step.Send send) {
    return operation.limits().stream()
        .filter(limit -> limit.channel() == send.message().channel())
        .map(SendLimit::per)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /// The longest time in which quiet hours and holidays let nothing through.
  static Duration quiet(Hours hours) {
    return beginnings(hours)
        .map(from -> Duration.between(from, allowed(hours, from)))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Stream<Instant> beginnings(Hours hours) {
    Set<LocalDate> days = new LinkedHashSet<>();
    IntStream.range(0, 7).forEach(day -> days.add(ORDINARY.plusDays(day)));
    for (LocalDate holiday : hours.holidays()) {
      IntStream.range(-7, 1).forEach(day -> days.add(holiday.plusDays(day)));
    }
    Set<LocalTime> times = new LinkedHashSet<>(List.of(LocalTime.MIDNIGHT));
    for (int shift : shifts(hours)) {
      hours.quiet().forEach(window -> times.add(window.from().minusHours(shift)));
    }
    return days.stream()
        .flatMap(day -> times.stream().map(time -> day.atTime(time).toInstant(ZoneOffset.UTC)));
  }

  private static Instant allowed(Hours hours, Instant from) {
    Instant candidate = from;
    for (int tries = 0; tries < 800; tries++) {
      Instant at = candidate;
      Instant later =
          shifts(hours).stream()
              .map(shift -> Calendars.nextAllowed(hours, at, ZoneOffset.ofHours(shift)))
              .max(Comparator.naturalOrder())
              .orElse(at);
      if (later.equals(candidate)) {
        return candidate;
      }
      candidate = later;
    }
    return candidate;
  }

  // where nobody knows the zone, it has to be a decent hour three hours to either side
  private static List<Integer> shifts(Hours hours) {
    return hours.unknownZone() == UnknownZone.LOCATION ? List.of(0) : List.of(-3, 0, 3);
  }
}
