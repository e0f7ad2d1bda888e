package dev.interlock.app.settings;

import java.time.Duration;
import java.util.Optional;

/// How long what is stored of an account stays after it uninstalled the app.
///
/// @param eraseAfter when it is erased; without it, it is kept
public record Retention(Optional<Duration> eraseAfter) {
  /// Ten years, in days.
  private static final int LONGEST_KEPT = 3_650;

  /// It is kept.
  public static Retention forEver() {
    return new Retention(Optional.empty());
  }

  /// Takes it out of all settings.
  public static Retention of(Settings settings) {
    return new Retention(
        settings
            .text(Key.ERASE_DAYS)
            .map(_ -> Duration.ofDays(settings.number(Key.ERASE_DAYS, 0, LONGEST_KEPT))));
  }
}
