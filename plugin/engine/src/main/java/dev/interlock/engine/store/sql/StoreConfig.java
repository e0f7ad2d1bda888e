package dev.interlock.engine.store.sql;

import java.nio.file.Path;
import java.time.Duration;

/// Where the database is and how it is used.
///
/// @param file the database file; its folder must exist
/// @param readers how many may read at the same time. Reading blocks the carrier of a virtual
///   thread, so there must be at least two carriers more than readers
/// @param mostAtOnce how many units of work are committed together at most
/// @param patience how long to wait for a lock that another program holds, such as a backup
public record StoreConfig(Path file, int readers, int mostAtOnce, Duration patience) {
  public StoreConfig {
    if (readers < 1 || readers > 64) {
      throw new IllegalArgumentException("readers is " + readers + "; say 1 to 64");
    }
    if (mostAtOnce < 1 || mostAtOnce > 4096) {
      throw new IllegalArgumentException("mostAtOnce is " + mostAtOnce + "; say 1 to 4096");
    }
    if (patience.isNegative() || patience.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("patience is " + patience + "; say zero to five minutes");
    }
  }

  /// The usual settings for a file.
  public static StoreConfig of(Path file) {
    return new StoreConfig(file, 4, 256, Duration.ofSeconds(10));
  }
}
