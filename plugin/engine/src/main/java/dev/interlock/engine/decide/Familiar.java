package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.engine.store.Intents.Intent;
import dev.interlock.engine.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of the events in question is known already, or may be of our own making.
///
/// @param known ids of those of the events that were heard before
/// @param ours those of the messages in question that we sent
/// @param unnumbered whether a message of ours may be one of those in question, and nobody knows
/// @param tried what we tried to write around the time of the events
record Familiar(Set<String> known, Set<MessageId> ours, boolean unnumbered, List<Intent> tried) {
  static final Familiar NOTHING = new Familiar(Set.of(), Set.of(), false, List.of());

  Familiar {
    known = Set.copyOf(known);
    ours = Set.copyOf(ours);
    tried = List.copyOf(tried);
  }

  /// @param latestEcho how long after a write of ours what is heard may be its echo
  static Familiar read(
      Tables tables,
      InstallationId installation,
      ContactId contact,
      List<DomainEvent> events,
      Duration latestEcho) {
    Optional<Instant> first =
        events.stream().map(DomainEvent::occurredAt).min(Comparator.naturalOrder());
    if (first.isEmpty()) {
      return NOTHING;
    }
    var ours = ours(tables, installation, contact, events);
    return new Familiar(
        tables.events().known(installation, events.stream().map(DomainEvent::id).toList()),
        ours,
        unnumbered(tables, installation, contact, events, ours),
        tables.intents().tried(installation, contact, first.get().minus(latestEcho)));
  }

  private static Set<MessageId> ours(
      Tables tables, InstallationId installation, ContactId contact, List<DomainEvent> events) {
    var ours = new HashSet<MessageId>();
    for (DomainEvent event : events) {
      if (event.what() instanceof Happening.MessageOutcome(_, _, var message, _)
          && isOurs(tables, installation, contact, message)) {
        ours.add(message);
      }
    }
    return ours;
  }

  /// An e-mail has two numbers, and is told by either.
  private static boolean isOurs(
      Tables tables, InstallationId installation, ContactId contact, MessageId message) {
    return tables.ledger().sender(installation, contact, message).isPresent()
        || !tables.mails().named(installation, List.of(message.text())).isEmpty();
  }

  /// Asked only where another app's message would be seen.
  private static boolean unnumbered(
      Tables tables,
      InstallationId installation,
      ContactId contact,
      List<DomainEvent> events,
      Set<MessageId> ours) {
    return events.stream().anyMatch(event -> OtherApps.mayBe(event, ours))
        && tables.ledger().hasUnnumbered(installation, contact);
  }
}
