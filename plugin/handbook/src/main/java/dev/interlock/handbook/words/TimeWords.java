package dev.interlock.handbook.words;

import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.DateShift;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Recurrence;
import dev.interlock.contract.model.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Times of day, windows, schedules and moments in words.
public final class TimeWords {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter EXACT_CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final Set<DayOfWeek> WORKING_WEEK =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private TimeWords() {}

  /// As in `09:00`.
  public static String clock(LocalTime time) {
    return time.format(time.getSecond() == 0 ? CLOCK : EXACT_CLOCK);
  }

  /// As in `24 December 2026`.
  public static String date(LocalDate date) {
    return date.format(DATE);
  }

  /// As in `Monday to Friday, 09:00 to 17:00` or `every day, 21:00 to 08:00 the next morning`.
  public static String window(Window window) {
    String end = clock(window.to()) + (window.overMidnight() ? " the next day" : "");
    return days(window.days()) + ", " + clock(window.from()) + " to " + end;
  }

  /// As in `Monday to Friday` or `Monday and Thursday`.
  public static String days(Set<DayOfWeek> days) {
    if (days.size() == DayOfWeek.values().length) {
      return "every day";
    }
    if (days.equals(WORKING_WEEK)) {
      return "Monday to Friday";
    }
    if (days.equals(WEEKEND)) {
      return "Saturday and Sunday";
    }
    List<String> names = new ArrayList<>();
    days.forEach(day -> names.add(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    return Phrases.and(names);
  }

  /// As in `24 hours before the appointment starts`.
  public static String moment(Moment moment) {
    String anchor = anchor(moment.anchor());
    if (moment.offset().isZero()) {
      return "when " + anchor;
    }
    String side = moment.offset().isNegative() ? " before " : " after ";
    return DurationWords.span(moment.offset()) + side + anchor;
  }

  /// As in `the appointment starts`.
  public static String anchor(Anchor anchor) {
    return switch (anchor) {
      case Anchor.AppointmentStart(var calendar) ->
          calendar
              .map(name -> "the appointment in " + Phrases.quoted(name) + " starts")
              .orElse("the appointment starts");
      case Anchor.DateField(var field, var at) ->
          "it is " + clock(at) + " on the date in " + Phrases.quoted(field);
    };
  }

  /// What a wait waits for, after "wait": `for 2 days`, `until 24 hours before ...`.
  public static String pause(Pause pause) {
    return switch (pause) {
      case Pause.For(var span) -> DurationWords.span(span);
      case Pause.Into(var window) -> "until it is " + window(window) + ", their time";
      case Pause.Until(var moment, _, _) -> "until " + moment(moment);
    };
  }

  /// How long silence may last, after "silent": `for 1 day`, `until 2 hours before ...`.
  public static String deadline(Deadline deadline) {
    return switch (deadline) {
      case Deadline.After(var span) -> "for " + DurationWords.span(span);
      case Deadline.At(var moment) -> "until " + moment(moment);
    };
  }

  /// As in `every Monday and Thursday at 09:00`.
  public static String recurrence(Recurrence recurrence) {
    return switch (recurrence) {
      case Recurrence.Weekly(var days, var at) -> weekly(days) + " at " + clock(at);
      case Recurrence.Monthly(var day, var at) ->
          "on day "
              + day
              + " of every month"
              + (day > 28 ? " (or its last day)" : "")
              + " at "
              + clock(at);
    };
  }

  private static String weekly(Set<DayOfWeek> days) {
    String named = days(days);
    return named.startsWith("every") ? named : "every " + named;
  }

  /// As in `every year, 3 days before the date in “Birthday”, at 09:00`.
  public static String dateReached(FieldName field, DateShift shift) {
    String every = shift.yearly() ? "every year, " : "";
    return every
        + shifted(shift.days())
        + "the date in "
        + Phrases.quoted(field)
        + ", at "
        + clock(shift.at());
  }

  private static String shifted(int days) {
    if (days == 0) {
      return "on ";
    }
    return Phrases.counted(Math.abs(days), "day", "days") + (days < 0 ? " before " : " after ");
  }
}
