package dev.interlock.crm.highlevel.contact;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.crm.highlevel.names.Named;
import dev.interlock.crm.highlevel.wire.WireAppointment;
import dev.interlock.crm.highlevel.wire.WireCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// Appointments in the words of the domain.
public final class Appointments {
  private Appointments() {}

  /// An appointment without a calendar or a beginning is none that a contract could mean.
  ///
  /// @param zone the location's, for times that come without an offset
  public static Optional<Appointment> of(
      WireAppointment appointment, Named<WireCalendar> calendars, ZoneId zone) {
    Optional<Instant> start = appointment.start(zone);
    Optional<String> calendar = appointment.calendarId();
    if (start.isEmpty() || calendar.isEmpty()) {
      return Optional.empty();
    }
    String id = calendar.get();
    return Optional.of(
        new Appointment(
            new AppointmentId(appointment.id()),
            new CalendarName(calendars.nameOf(id).orElse(id)),
            start.get(),
            appointment.end(zone).orElse(start.get()),
            status(appointment.status().orElse("new"))));
  }

  /// `invalid` is HighLevel's word for an appointment that should never have been: it will not take
  /// place. A word that is not known counts as booked, since nothing speaks against it.
  private static Appointment.Status status(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "confirmed" -> Appointment.Status.CONFIRMED;
      case "cancelled", "canceled", "invalid" -> Appointment.Status.CANCELLED;
      case "showed", "completed" -> Appointment.Status.SHOWED;
      case "noshow", "no-show" -> Appointment.Status.NO_SHOW;
      default -> Appointment.Status.BOOKED;
    };
  }
}
