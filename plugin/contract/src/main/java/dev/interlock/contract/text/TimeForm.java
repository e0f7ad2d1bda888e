package dev.interlock.contract.text;

import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Recurrence;
import dev.interlock.contract.model.Window;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/// Windows, moments and recurrences as text.
final class TimeForm {
  private TimeForm() {}

  static Node.Group write(Window window) {
    return days(Writing.group("window").time(window.from()).time(window.to()), window.days());
  }

  static Window readWindow(Node.Group group) {
    return Reading.of(group, "window", TimeForm::window);
  }

  private static Window window(Reading parts) {
    LocalTime from = parts.time();
    LocalTime to = parts.time();
    return new Window(parts.values(DayOfWeek.values(), TimeForm::day), from, to);
  }

  static Node.Group write(Moment moment) {
    return Writing.group("moment").with(write(moment.anchor())).span(moment.offset()).done();
  }

  static Moment readMoment(Node.Group group) {
    return Reading.of(
        group, "moment", parts -> new Moment(parts.group(TimeForm::readAnchor), parts.span()));
  }

  private static Node.Group write(Anchor anchor) {
    return switch (anchor) {
      case Anchor.AppointmentStart(var calendar) ->
          Writing.group("appointment").text(calendar.map(CalendarName::text)).done();
      case Anchor.DateField(var field, var at) ->
          Writing.group("date").text(field.text()).time(at).done();
    };
  }

  private static Anchor readAnchor(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "appointment" ->
                  new Anchor.AppointmentStart(parts.textIfAny().map(CalendarName::new));
              case "date" -> new Anchor.DateField(new FieldName(parts.text()), parts.time());
              default -> throw parts.unknown("what a moment is relative to");
            });
  }

  static Node.Group write(Recurrence recurrence) {
    return switch (recurrence) {
      case Recurrence.Weekly(var days, var at) -> days(Writing.group("weekly").time(at), days);
      case Recurrence.Monthly(var day, var at) ->
          Writing.group("monthly").time(at).number(day).done();
    };
  }

  static Recurrence readRecurrence(Node.Group group) {
    return Reading.of(
        group,
        parts -> {
          LocalTime at = parts.time();
          return switch (parts.word()) {
            case "weekly" ->
                new Recurrence.Weekly(parts.values(DayOfWeek.values(), TimeForm::day), at);
            case "monthly" -> new Recurrence.Monthly(parts.number(), at);
            default -> throw parts.unknown("a recurrence");
          };
        });
  }

  // Days keep the order of the week, which no release will change.
  private static Node.Group days(Writing group, Set<DayOfWeek> days) {
    days.forEach(day -> group.value(day(day)));
    return group.done();
  }

  private static String day(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> "mon";
      case TUESDAY -> "tue";
      case WEDNESDAY -> "wed";
      case THURSDAY -> "thu";
      case FRIDAY -> "fri";
      case SATURDAY -> "sat";
      case SUNDAY -> "sun";
    };
  }
}
