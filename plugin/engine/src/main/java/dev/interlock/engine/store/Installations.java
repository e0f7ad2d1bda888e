package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// The connected accounts.
public interface Installations {
  /// Adds the installation, or takes note of its zone.
  void put(InstallationId installation, ZoneId zone, Instant now);

  /// Whether all contacts have been read once.
  boolean isImported(InstallationId installation);

  /// Where the first reading of all contacts goes on; empty before it began.
  Optional<String> importCursor(InstallationId installation);

  /// Takes note of where the first reading of all contacts goes on.
  void importGoesOn(InstallationId installation, String cursor);

  /// The first reading of all contacts is through.
  void importDone(InstallationId installation, Instant now);
}
