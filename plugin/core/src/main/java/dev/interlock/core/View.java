package dev.interlock.core;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.core.run.Memory.Subject;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Surroundings;
import java.time.Instant;
import java.time.ZoneId;

/// What a condition or a moment is asked of: the contact as read, our own records, and now.
///
/// @param self the run that asks; it does not count as another run
public record View(
    ContactSnapshot contact, Surroundings around, RunId self, Subject subject, Instant now) {

  /// The contact's time zone, else the location's.
  ZoneId zone() {
    return contact.zone().orElse(around.zone());
  }
}
