package dev.interlock.contract.model;

import java.time.LocalTime;
import java.util.Optional;

/// What a moment is relative to.
public sealed interface Anchor {

  /// The start of the appointment that the run is about, else of the contact's next one.
  record AppointmentStart(Optional<CalendarName> calendar) implements Anchor {}

  /// The date in a field of the contact, at a local time of day.
  record DateField(FieldName field, LocalTime at) implements Anchor {}
}
