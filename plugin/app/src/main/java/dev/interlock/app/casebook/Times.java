package dev.interlock.app.casebook;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments as people in the business's time zone write them.
public record Times(ZoneId zone) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

  /// As in `Mon 2 Nov 2026 08:14`.
  public String stamp(Instant moment) {
    return STAMP.format(moment.atZone(zone));
  }
}
