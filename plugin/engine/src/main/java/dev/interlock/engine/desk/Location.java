package dev.interlock.engine.desk;

import java.time.ZoneId;

/// The business as its CRM knows it; what is not known is empty text.
public record Location(String name, String phone, ZoneId zone) {
  /// A business of which only the time zone is known.
  public static Location in(ZoneId zone) {
    return new Location("", "", zone);
  }
}
