package dev.interlock.handbook.page;

import dev.interlock.handbook.words.DurationWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A moment for people: its day, its time of day, and how far it is from now.
///
/// @param iso for machines
public record When(String iso, String day, String clock, String distance) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  static When of(Instant moment, Instant now, ZoneId zone) {
    ZonedDateTime there = moment.atZone(zone);
    boolean thisYear = there.getYear() == now.atZone(zone).getYear();
    return new When(
        moment.truncatedTo(ChronoUnit.SECONDS).toString(),
        there.format(thisYear ? DAY : DAY_OF_YEAR),
        there.format(CLOCK),
        distance(Duration.between(now, moment)));
  }

  /// Rounded to what a person would say: days from two days on, hours from two hours on.
  private static String distance(Duration between) {
    Duration span = between.abs();
    if (span.toSeconds() < 60) {
      return "now";
    }
    Duration rounded = Duration.ofMinutes(span.toMinutes());
    if (span.toHours() >= 2) {
      rounded = Duration.ofHours(span.toHours());
    }
    if (span.toDays() >= 2) {
      rounded = Duration.ofDays(span.toDays());
    }
    String words = DurationWords.span(rounded);
    return between.isNegative() ? words + " ago" : "in " + words;
  }
}
