package dev.interlock.core;

import dev.interlock.contract.model.FieldTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// Tests the value of a field.
final class FieldTesting {
  private FieldTesting() {}

  static Truth test(FieldTest test, String value, View view) {
    if (value.isBlank()) {
      return Truth.of(test instanceof FieldTest.Empty);
    }
    return switch (test) {
      case FieldTest.Empty() -> Truth.NO;
      case FieldTest.Is(var wanted) -> Truth.of(folded(value).equals(folded(wanted)));
      case FieldTest.OneOf(var wanted) ->
          Truth.of(wanted.stream().anyMatch(one -> folded(one).equals(folded(value))));
      case FieldTest.Contains(var part) -> Truth.of(folded(value).contains(folded(part)));
      case FieldTest.Compared(var comparison) ->
          number(value).map(comparison::holds).map(Truth::of).orElse(Truth.UNKNOWN);
      case FieldTest.DateBefore(var ago) ->
          moment(value, view.zone())
              .map(at -> Truth.of(!at.isAfter(view.now().minus(ago))))
              .orElse(Truth.UNKNOWN);
      case FieldTest.DateWithin(var ahead) ->
          moment(value, view.zone())
              .map(at -> Truth.of(isWithin(at, view.now(), ahead)))
              .orElse(Truth.UNKNOWN);
    };
  }

  private static boolean isWithin(Instant at, Instant now, Duration ahead) {
    return !at.isBefore(now) && !at.isAfter(now.plus(ahead));
  }

  /// The start of the day that the value names, in the zone; empty when it names none.
  static Optional<Instant> moment(String value, ZoneId zone) {
    return date(value).map(day -> day.atStartOfDay(zone).toInstant());
  }

  /// The calendar day that the value names, as `2026-11-23` with or without a time behind it.
  static Optional<LocalDate> date(String value) {
    String day = value.strip();
    if (day.length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(day.substring(0, 10)));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> number(String value) {
    try {
      return Optional.of(new BigDecimal(value.strip().replace(",", "")));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
