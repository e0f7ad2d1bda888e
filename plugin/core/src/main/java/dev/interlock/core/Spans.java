package dev.interlock.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Spans of time as a person says them.
public final class Spans {
  private Spans() {}

  /// `2 days 3 hours`; `no time` for nothing.
  public static String words(Duration span) {
    List<String> parts = new ArrayList<>();
    add(parts, span.toDays(), "day");
    add(parts, span.toHoursPart(), "hour");
    add(parts, span.toMinutesPart(), "minute");
    add(parts, span.toSecondsPart(), "second");
    return parts.isEmpty() ? "no time" : String.join(" ", parts);
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count != 0) {
      parts.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
  }
}
