package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.crm.Crm.Detail;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/// Contacts that were read a moment ago for a decision, so that the texts of the commands that it
/// led to need no second reading. Decisions never use it: they always see the contact as it is.
final class Glances {
  private static final Duration MOMENT = Duration.ofSeconds(5);
  private static final int MOST = 256;

  private final LinkedHashMap<ContactId, Glance> recent = new LinkedHashMap<>();

  private record Glance(ContactSnapshot contact, Set<Detail> details, Instant at) {}

  synchronized void keep(ContactSnapshot contact, Set<Detail> details, Instant at) {
    recent.remove(contact.id());
    recent.put(contact.id(), new Glance(contact, Set.copyOf(details), at));
    if (recent.size() > MOST) {
      recent.pollFirstEntry();
    }
  }

  /// Something about the contact has changed, or is about to.
  synchronized void forget(ContactId contact) {
    recent.remove(contact);
  }

  /// The contact, if it was read a moment ago with these details. When that was nobody knows where
  /// the clock was set back since.
  synchronized Optional<ContactSnapshot> of(ContactId contact, Set<Detail> details, Instant now) {
    return Optional.ofNullable(recent.get(contact))
        .filter(glance -> glance.details().containsAll(details))
        .filter(glance -> !now.isBefore(glance.at()) && !now.isAfter(glance.at().plus(MOMENT)))
        .map(Glance::contact);
  }
}
