package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// A free slot of a calendar.
///
/// @param text the slot as the CRM wrote it: a booking has to repeat exactly this
/// @param start the moment it stands for
public record WireSlot(String text, Instant start) {

  /// The slots of all days in an answer, in their order; keys that are no dates are skipped.
  static List<WireSlot> listOf(Json json) {
    return json.members().entrySet().stream()
        .filter(day -> DATE.matcher(day.getKey()).matches())
        .flatMap(day -> day.getValue().list("slots").stream())
        .flatMap(slot -> slot.text().stream())
        .flatMap(text -> Times.instant(text).map(start -> new WireSlot(text, start)).stream())
        .toList();
  }

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
}
