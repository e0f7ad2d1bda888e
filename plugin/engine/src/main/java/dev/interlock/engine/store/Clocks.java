package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a clock that was ahead has left behind: moments that are written down as past and have not
/// come.
public interface Clocks {
  /// When something was written down last, by the clock of that moment; empty when nothing was.
  Optional<Instant> latest();

  /// Contacts about whom something was written down after a moment.
  List<ContactId> writtenAfter(InstallationId installation, Instant moment);

  /// Whether somebody was told that the clock was ahead, and has not seen to it yet.
  boolean isTold(InstallationId installation);

  /// What was sent to the contact, and what ended for them, was sent and ended by this moment.
  void notAfter(InstallationId installation, ContactId contact, Instant moment);

  /// What waits to be tried, or to be looked for after it was tried, waits no longer than it was
  /// meant to.
  ///
  /// @param by how far the clock was set back
  void hasten(InstallationId installation, Instant now, Duration by);
}
