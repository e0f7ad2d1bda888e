package dev.interlock.verifier.prove.telling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// When something happens, said only where it is another moment than before.
final class Moments {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.ENGLISH);
  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private final ZoneId zone;
  private Optional<LocalDateTime> before = Optional.empty();

  Moments(ZoneId zone) {
    this.zone = zone;
  }

  /// `Monday 10:00: `, and later that day `10:05: `, and then `Wednesday 10:05, two days later: `.
  String prefix(Instant at) {
    LocalDateTime now = at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    Optional<LocalDateTime> last = before;
    before = Optional.of(now);
    if (last.isEmpty()) {
      return DAY.format(now) + ": ";
    }
    if (last.get().equals(now)) {
      return "";
    }
    long days = ChronoUnit.DAYS.between(last.get().toLocalDate(), now.toLocalDate());
    if (days == 0) {
      return CLOCK.format(now) + ": ";
    }
    return (days < 7 ? DAY : DATE).format(now) + later(days) + ": ";
  }

  private static String later(long days) {
    if (days == 1) {
      return ", the next day";
    }
    return ", "
        + (days < NUMBERS.size() ? NUMBERS.get((int) days) : Long.toString(days))
        + " days later";
  }
}
