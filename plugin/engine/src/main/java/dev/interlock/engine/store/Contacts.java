package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Remembered;

/// What is kept of each contact besides runs. A contact's version guards everything that is stored
/// about the contact: whoever decides about a contact advances it.
public interface Contacts {
  /// What is known; version 0 when nothing is.
  Stored find(InstallationId installation, ContactId contact);

  /// Advances the version by one.
  ///
  /// @param from the version on which the decision was based
  /// @throws ConflictException when the contact has another version by now
  void advance(InstallationId installation, ContactId contact, long from);

  /// Keeps what is remembered. The contact must have been advanced in this unit of work.
  void remember(InstallationId installation, ContactId contact, Remembered remembered);

  /// Keeps what people call the contact. The contact must have been advanced in this unit of work.
  void name(InstallationId installation, ContactId contact, String name);

  /// Adds a contact of which nothing is known yet; one that is known stays as it is.
  void introduce(
      InstallationId installation, ContactId contact, Remembered remembered, String name);

  /// A contact as stored.
  ///
  /// @param name what people call the contact; empty when never read
  record Stored(long version, Remembered remembered, String name) {}
}
