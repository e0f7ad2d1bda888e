package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.store.StoreException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The numbers by which tables name installations.
final class Numbers {
  private final Map<InstallationId, Long> known = new ConcurrentHashMap<>();

  long of(InstallationId installation, Jdbc jdbc) {
    Long number = known.get(installation);
    if (number != null) {
      return number;
    }
    long found = read(installation, jdbc);
    known.put(installation, found);
    return found;
  }

  /// Forgets numbers that may have been rolled back.
  void forget() {
    known.clear();
  }

  private static long read(InstallationId installation, Jdbc jdbc) {
    return jdbc.one(
            "SELECT number FROM installation WHERE installation = ?",
            sql -> sql.name(installation),
            row -> row.number("number"))
        .orElseThrow(() ->
            new StoreException(
                StoreException.Kind.OTHER, "the installation " + installation + " is not known"));
  }
}
