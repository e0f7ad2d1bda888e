package dev.interlock.core;

import dev.interlock.contract.model.Operation.Hours;
import dev.interlock.contract.model.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/// Windows of the week laid over real calendars.
///
/// Local times are turned into instants by the zone's rules: one that a clock change leaves out
/// counts as the moment right after the gap, one that occurs twice as its first occurrence.
public final class Calendars {
  private static final int DAYS_TO_SEARCH = 370;

  private Calendars() {}

  /// Whether the local moment lies inside the window.
  public static boolean isInside(Window window, ZonedDateTime local) {
    return endOfStay(window, local).isPresent();
  }

  /// The end of the window's stretch that contains the local moment, if one does.
  static Optional<ZonedDateTime> endOfStay(Window window, ZonedDateTime local) {
    LocalDate today = local.toLocalDate();
    return stretch(window, today, local).or(() -> stretch(window, today.minusDays(1), local));
  }

  private static Optional<ZonedDateTime> stretch(
      Window window, LocalDate begins, ZonedDateTime local) {
    if (!window.days().contains(begins.getDayOfWeek())) {
      return Optional.empty();
    }
    ZoneId zone = local.getZone();
    ZonedDateTime from = begins.atTime(window.from()).atZone(zone);
    LocalDate ends = window.overMidnight() ? begins.plusDays(1) : begins;
    ZonedDateTime to = ends.atTime(window.to()).atZone(zone);
    boolean inside = !local.isBefore(from) && local.isBefore(to);
    return inside ? Optional.of(to) : Optional.empty();
  }

  /// The first moment from now on that lies in the window; now itself if it does.
  static Instant nextInside(Window window, Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    if (isInside(window, local)) {
      return now;
    }
    for (int ahead = 0; ahead <= 7; ahead++) {
      LocalDate day = local.toLocalDate().plusDays(ahead);
      ZonedDateTime from = day.atTime(window.from()).atZone(zone);
      if (window.days().contains(day.getDayOfWeek()) && from.isAfter(local)) {
        return from.toInstant();
      }
    }
    return now;
  }

  /// The first moment from now on at which contacts in the zone may be written to.
  public static Instant nextAllowed(Hours hours, Instant now, ZoneId zone) {
    ZonedDateTime candidate = now.atZone(zone);
    for (int tries = 0; tries < DAYS_TO_SEARCH; tries++) {
      Optional<ZonedDateTime> later = laterThan(hours, candidate);
      if (later.isEmpty()) {
        return candidate.toInstant();
      }
      candidate = later.get();
    }
    return candidate.toInstant();
  }

  private static Optional<ZonedDateTime> laterThan(Hours hours, ZonedDateTime candidate) {
    if (hours.holidays().contains(candidate.toLocalDate())) {
      return Optional.of(candidate.toLocalDate().plusDays(1).atStartOfDay(candidate.getZone()));
    }
    return hours.quiet().stream()
        .map(window -> endOfStay(window, candidate))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Whether the business is open, in the location's zone.
  static boolean isOpen(Hours hours, View view) {
    ZonedDateTime local = view.now().atZone(view.around().zone());
    return !hours.holidays().contains(local.toLocalDate())
        && hours.open().stream().anyMatch(window -> isInside(window, local));
  }

  /// A local moment as a person writes it: `Tue 24 Nov 08:00`.
  public static String words(Instant moment, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    LocalTime time = local.toLocalTime();
    return String.format(
        Locale.ROOT,
        "%s %d %s %02d:%02d",
        shortName(local.getDayOfWeek()),
        local.getDayOfMonth(),
        MONTHS[local.getMonthValue() - 1],
        time.getHour(),
        time.getMinute());
  }

  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private static String shortName(DayOfWeek day) {
    String name = day.name();
    return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
  }
}
