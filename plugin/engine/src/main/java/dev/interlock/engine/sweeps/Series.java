package dev.interlock.engine.sweeps;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.DateShift;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Recurrence;
import dev.interlock.engine.desk.Edition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A contract's recurring moments, at each of which all contacts are gone through.
sealed interface Series {
  ContractId contract();

  /// Tells the series of one contract apart, for as long as they mean the same.
  String name();

  /// The local time of day.
  LocalTime at();

  /// Whether there is a moment on the day.
  boolean isOn(LocalDate day);

  /// What it means to a contact, if anything.
  Optional<Happening> happening(ContactSnapshot contact, LocalDate day);

  /// A date in a field of the contact, shifted.
  record OfDate(ContractId contract, FieldName field, DateShift shift) implements Series {
    @Override
    public String name() {
      return "date " + field + (shift.yearly() ? " yearly " : " ") + shift.days();
    }

    @Override
    public LocalTime at() {
      return shift.at();
    }

    @Override
    public boolean isOn(LocalDate day) {
      return true;
    }

    @Override
    public Optional<Happening> happening(ContactSnapshot contact, LocalDate day) {
      LocalDate wanted = day.minusDays(shift.days());
      return dateIn(contact)
          .filter(date -> shift.yearly() ? isAnniversary(date, wanted) : date.equals(wanted))
          .map(_ -> new Happening.DateReached(field, wanted));
    }

    private Optional<LocalDate> dateIn(ContactSnapshot contact) {
      String value = contact.fields().getOrDefault(field, "").strip();
      if (value.length() < 10) {
        return Optional.empty();
      }
      try {
        return Optional.of(LocalDate.parse(value.substring(0, 10)));
      } catch (DateTimeParseException noDate) {
        return Optional.empty();
      }
    }

    /// Who was born on a leap day has a birthday every year.
    private static boolean isAnniversary(LocalDate date, LocalDate wanted) {
      return !wanted.isBefore(date) && MonthDay.from(date).atYear(wanted.getYear()).equals(wanted);
    }
  }

  /// A point of the calendar.
  record OfCalendar(ContractId contract, Recurrence recurrence) implements Series {
    @Override
    public String name() {
      return switch (recurrence) {
        case Recurrence.Weekly(var days, var at) -> "weekly " + days + " " + at;
        case Recurrence.Monthly(var day, var at) -> "monthly " + day + " " + at;
      };
    }

    @Override
    public LocalTime at() {
      return recurrence.at();
    }

    @Override
    public boolean isOn(LocalDate day) {
      return switch (recurrence) {
        case Recurrence.Weekly(var days, _) -> days.contains(day.getDayOfWeek());
        case Recurrence.Monthly(var wanted, _) ->
            day.getDayOfMonth() == Math.min(wanted, day.lengthOfMonth());
      };
    }

    @Override
    public Optional<Happening> happening(ContactSnapshot contact, LocalDate day) {
      return Optional.of(new Happening.ScheduleReached(contract, day));
    }
  }

  /// The first moment after a local time.
  default LocalDateTime next(LocalDateTime after) {
    LocalDate day = after.toLocalDate();
    while (!isOn(day) || !day.atTime(at()).isAfter(after)) {
      day = day.plusDays(1);
    }
    return day.atTime(at());
  }

  /// The last moment up to a local time.
  default LocalDateTime last(LocalDateTime upTo) {
    LocalDate day = upTo.toLocalDate();
    while (!isOn(day) || day.atTime(at()).isAfter(upTo)) {
      day = day.minusDays(1);
    }
    return day.atTime(at());
  }

  /// What a moment of the series is stored under; slots sort by time.
  default String slot(LocalDateTime moment) {
    return name() + "@" + moment;
  }

  /// The moment that was stored.
  default LocalDateTime moment(String slot) {
    return LocalDateTime.parse(slot.substring(name().length() + 1));
  }

  /// The series that begin a contract.
  static List<Series> of(Edition edition) {
    List<Series> series = new ArrayList<>();
    collect(edition.id(), edition.contract().trigger().event(), series);
    return series;
  }

  private static void collect(ContractId contract, EventPattern pattern, List<Series> into) {
    switch (pattern) {
      case EventPattern.Either(var patterns) ->
          patterns.forEach(each -> collect(contract, each, into));
      case EventPattern.DateReached(var field, var shift) ->
          into.add(new OfDate(contract, field, shift));
      case EventPattern.Scheduled(var recurrence) -> into.add(new OfCalendar(contract, recurrence));
      case EventPattern.ContactEvent _, EventPattern.TagEvent _ -> {}
      case EventPattern.MessageReceived _, EventPattern.CallMissed _ -> {}
      case EventPattern.MessageOutcome _, EventPattern.ConsentEvent _ -> {}
      case EventPattern.AppointmentEvent _, EventPattern.DealEvent _ -> {}
      case EventPattern.StageEntered _, EventPattern.TaskEvent _ -> {}
      case EventPattern.NoteAdded _, EventPattern.MoneyEvent _ -> {}
      case EventPattern.FormSubmitted _, EventPattern.StartedByHand _ -> {}
      case EventPattern.StartedByApi _, EventPattern.Routed _, EventPattern.ForeignHand _ -> {}
    }
  }
}
