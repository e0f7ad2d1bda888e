package dev.interlock.sandbox.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The two ways in which HighLevel writes a time.
public final class Iso {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

  private Iso() {}

  /// With milliseconds and a `Z`, as nearly everything is written.
  public static String utc(Instant time) {
    return UTC.format(time);
  }

  /// Without fractions and with the place's offset, as appointments are written.
  public static String local(Instant time, ZoneId zone) {
    return OFFSET.format(time.atZone(zone));
  }
}
