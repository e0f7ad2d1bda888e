package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Anchor;

/// Words that name something in a contact's calendar.
public sealed interface AnchorWords {
  /// What is named.
  Anchor anchor();

  /// A name that says nothing else.
  record Fixed(Anchor anchor) implements AnchorWords {}

  /// An appointment, of which conditions can be asked too.
  sealed interface OfAppointment extends AnchorWords permits AppointmentWords {}
}
