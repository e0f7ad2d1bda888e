package dev.interlock.simulation;

import dev.interlock.simulation.script.By;

/// What an event goes back to.
public sealed interface Origin {
  /// A person: the contact or a colleague.
  record Person(By by) implements Origin {}

  /// Nobody's act: the calendar, a report of the carrier, another app of which nobody declares what
  /// sets it off.
  record World() implements Origin {}

  /// A run's write or route.
  record Ours(Who who) implements Origin {}

  /// One of the CRM's automations, which others may have set off.
  record Automation() implements Origin {}

  /// Whether no person's act and no date is needed for it.
  default boolean isMachine() {
    return switch (this) {
      case Ours _, Automation _ -> true;
      case Person _, World _ -> false;
    };
  }
}
