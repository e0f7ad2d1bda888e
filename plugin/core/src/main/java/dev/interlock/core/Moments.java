package dev.interlock.core;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the instant that a moment of a contract means for a contact.
final class Moments {
  private Moments() {}

  /// The instant; empty when there is no such appointment or date.
  static Optional<Instant> find(Moment moment, View view) {
    return anchor(moment.anchor(), view).map(at -> at.plus(moment.offset()));
  }

  private static Optional<Instant> anchor(Anchor anchor, View view) {
    return switch (anchor) {
      case Anchor.AppointmentStart(var calendar) ->
          appointment(calendar, view).map(Appointment::start);
      case Anchor.DateField(var field, var at) -> {
        Optional<LocalDate> date =
            FieldTesting.date(view.contact().fields().getOrDefault(field, ""));
        yield date.map(day -> day.atTime(at).atZone(view.zone()).toInstant());
      }
    };
  }

  /// The run's own appointment while it stands, whether past or not; without one of its own, the
  /// contact's next.
  static Optional<Appointment> appointment(Optional<CalendarName> calendar, View view) {
    List<Appointment> all =
        switch (view.contact().appointments()) {
          case Known.Said<List<Appointment>>(var said) -> said;
          case Known.Unsaid<List<Appointment>> _ -> List.of();
        };
    if (view.subject().appointment().isPresent()) {
      return all.stream()
          .filter(one -> one.id().equals(view.subject().appointment().get()))
          .filter(one -> one.status() != Appointment.Status.CANCELLED)
          .findFirst();
    }
    return all.stream()
        .filter(one -> one.isAhead(view.now()))
        .filter(one -> calendar.map(one.calendar()::equals).orElse(true))
        .min(Comparator.comparing(Appointment::start).thenComparing(Appointment::id));
  }
}
