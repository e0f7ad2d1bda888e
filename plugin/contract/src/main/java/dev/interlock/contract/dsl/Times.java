package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;

/// The words of time: spans, times of day, windows and moments.
public final class Times {
  private Times() {}

  public static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }

  public static Duration minutes(long count) {
    return Duration.ofMinutes(count);
  }

  public static Duration hours(long count) {
    return Duration.ofHours(count);
  }

  /// Spans of 24 hours.
  public static Duration days(long count) {
    return Duration.ofDays(count);
  }

  /// Spans of seven times 24 hours.
  public static Duration weeks(long count) {
    return Duration.ofDays(7 * count);
  }

  /// A local time of day.
  public static LocalTime clock(int hour, int minute) {
    return LocalTime.of(hour, minute);
  }

  /// The same hours every day; over midnight when `to` is not after `from`.
  public static Window daily(LocalTime from, LocalTime to) {
    return Window.daily(from, to);
  }

  /// The same hours from Monday to Friday.
  public static Window weekdays(LocalTime from, LocalTime to) {
    return new Window(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), from, to);
  }

  /// The same hours on these days: `between(clock(10, 0), clock(14, 0), SATURDAY)`.
  public static Window between(LocalTime from, LocalTime to, DayOfWeek first, DayOfWeek... more) {
    return new Window(Distinct.both(first, more), from, to);
  }

  /// On a date itself.
  public static DayShift onTheDay() {
    return new DayShift(0);
  }

  /// So many days before a date.
  public static DayShift daysBefore(int count) {
    return new DayShift(-count);
  }

  /// So many days after a date.
  public static DayShift daysAfter(int count) {
    return new DayShift(count);
  }

  /// A moment before something in the contact's calendar.
  public static Moment before(AnchorWords anchor, Duration span) {
    return new Moment(anchor.anchor(), span.negated());
  }

  /// A moment after something in the contact's calendar.
  public static Moment after(AnchorWords anchor, Duration span) {
    return new Moment(anchor.anchor(), span);
  }

  /// The date in a field, at a local time of day.
  public static AnchorWords date(String field, LocalTime at) {
    return new AnchorWords.Fixed(new Anchor.DateField(new FieldName(field), at));
  }

  /// The start of the run's appointment, or of the contact's next one.
  public static AppointmentWords appointment() {
    return new AppointmentWords(Optional.empty());
  }

  /// The start of an appointment in this calendar.
  public static AppointmentWords appointment(String calendar) {
    return new AppointmentWords(Optional.of(new CalendarName(calendar)));
  }
}
