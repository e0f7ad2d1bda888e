package dev.interlock.contract.contact;

import dev.interlock.contract.model.CalendarName;
import java.time.Instant;

/// An appointment as it stands in the CRM.
public record Appointment(
    AppointmentId id, CalendarName calendar, Instant start, Instant end, Status status) {

  /// What became of it so far.
  public enum Status {
    BOOKED,
    CONFIRMED,
    CANCELLED,
    SHOWED,
    NO_SHOW
  }

  /// Whether it lies ahead and still stands.
  public boolean isAhead(Instant now) {
    return start.isAfter(now) && (status == Status.BOOKED || status == Status.CONFIRMED);
  }
}
