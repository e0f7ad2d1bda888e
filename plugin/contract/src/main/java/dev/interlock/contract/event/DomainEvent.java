package dev.interlock.contract.event;

import dev.interlock.contract.contact.ContactId;
import java.time.Instant;

/// One thing that happened to one contact.
///
/// @param id stable identity: the same event delivered twice has the same id
/// @param occurredAt by the event's own time, not by when it reached us
/// @param provenance whose doing it was, as far as can be told
public record DomainEvent(
    String id, ContactId contact, Instant occurredAt, Happening what, Provenance provenance) {

  /// Whose doing an event was.
  public enum Provenance {
    /// The contact, or the world at large.
    OUTSIDE,
    /// The echo of a command of ours.
    OURS,
    /// A colleague in the CRM, one of its automations or another app.
    FOREIGN,
    /// The CRM does not say.
    UNKNOWN
  }
}
