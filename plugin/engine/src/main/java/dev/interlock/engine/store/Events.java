package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/// What was heard of contacts, each event once.
public interface Events {
  /// Which of these events were heard before.
  Set<String> known(InstallationId installation, Collection<String> events);

  /// Takes note of an event.
  ///
  /// @param words what happened, without personal data
  /// @throws ConflictException when it is known
  void add(InstallationId installation, DomainEvent event, String words, Instant now);
}
