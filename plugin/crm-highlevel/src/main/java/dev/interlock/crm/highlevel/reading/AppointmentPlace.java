package dev.interlock.crm.highlevel.reading;

import dev.interlock.crm.Cursor;
import dev.interlock.crm.highlevel.wire.WrongShapeException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/// A page of appointments: a month of one calendar. The near months are read in every round, and of
/// the far ones another in each, so that all of a year come round.
///
/// @param round the round's moment, which all of its pages are reckoned from
/// @param far which of the far months it is in this round
/// @param page which of the calendar's pages; after the near months comes the far one
record AppointmentPlace(Instant round, int far, String calendar, int page) {
  /// Who came and who did not is marked within days.
  private static final Duration BACK = Duration.ofDays(7);

  static final Duration MONTH = Duration.ofDays(31);
  private static final int NEAR = 3;

  /// With the near ones, a week back to a year ahead.
  private static final int FAR = 9;

  /// The first page of a round, which is one of many.
  static AppointmentPlace first(Instant moment, int number, String calendar) {
    return new AppointmentPlace(moment, Math.floorMod(number, FAR), calendar, 0);
  }

  static AppointmentPlace of(Cursor cursor) {
    String[] parts = cursor.text().split(" ", -1);
    if (parts.length != 4) {
      throw new WrongShapeException("no place among appointments");
    }
    try {
      return new AppointmentPlace(
          Instant.ofEpochMilli(Long.parseLong(parts[0])),
          Integer.parseInt(parts[1]),
          parts[2],
          Integer.parseInt(parts[3]));
    } catch (NumberFormatException | DateTimeException foreign) {
      throw new WrongShapeException("no place among appointments");
    }
  }

  Cursor cursor() {
    return new Cursor(round.toEpochMilli() + " " + far + " " + calendar + " " + page);
  }

  /// The place itself where its calendar is there; otherwise that of the next one.
  Optional<AppointmentPlace> among(TreeSet<String> calendars) {
    return calendars.contains(calendar) ? Optional.of(this) : nextCalendar(calendars);
  }

  Optional<AppointmentPlace> next(TreeSet<String> calendars) {
    return page < NEAR
        ? Optional.of(new AppointmentPlace(round, far, calendar, page + 1))
        : nextCalendar(calendars);
  }

  private Optional<AppointmentPlace> nextCalendar(TreeSet<String> calendars) {
    return Optional.ofNullable(calendars.higher(calendar))
        .map(next -> new AppointmentPlace(round, far, next, 0));
  }

  boolean isFar() {
    return page >= NEAR;
  }

  Instant start() {
    int month = isFar() ? NEAR + far : page;
    return round.minus(BACK).plus(MONTH.multipliedBy(month));
  }

  Instant end() {
    return start().plus(MONTH);
  }
}
