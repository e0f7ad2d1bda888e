package dev.interlock.crm.highlevel.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The ways in which HighLevel writes a moment.
final class Times {
  private Times() {}

  /// ISO with an offset (`Z`, `+05:30`), or epoch milliseconds.
  static Optional<Instant> instant(String text) {
    try {
      return text.chars().allMatch(Character::isDigit)
          ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// As [#instant(String)]; a text without an offset (`2026-11-02 10:00:00`) is local time there.
  static Optional<Instant> instant(String text, ZoneId zone) {
    return instant(text).or(() -> local(text).map(time -> time.atZone(zone).toInstant()));
  }

  /// As the vendor's samples write a moment: UTC, to the millisecond.
  static String iso(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /// With an offset in digits, which some calls insist on.
  static String isoWithOffset(Instant moment) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")
        .format(moment.atOffset(ZoneOffset.UTC));
  }

  /// An IANA time zone, if the text names one.
  static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text.strip()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> local(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text.strip().replace(' ', 'T')));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
