package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Condition;
import java.time.Duration;
import java.util.Optional;

/// What can be said of the contact's appointments.
public record AppointmentWords(Optional<CalendarName> calendar)
    implements AnchorWords.OfAppointment {
  @Override
  public Anchor anchor() {
    return new Anchor.AppointmentStart(calendar);
  }

  /// The contact has an appointment ahead.
  public Condition isUpcoming() {
    return new Condition.AppointmentAhead(calendar, Optional.empty());
  }

  /// The contact has an appointment ahead within this time.
  public Condition isUpcomingWithin(Duration span) {
    return new Condition.AppointmentAhead(calendar, Optional.of(span));
  }
}
