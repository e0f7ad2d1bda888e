package dev.interlock.handbook.words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Spans of time in words.
public final class DurationWords {
  private DurationWords() {}

  /// As in `1 day`, `36 hours`, `2 days and 6 hours`, `90 seconds`.
  public static String span(Duration span) {
    if (span.isZero()) {
      return "no time";
    }
    Duration length = span.abs();
    long seconds = length.toSeconds();
    if (seconds > 60 && seconds < 120) {
      return seconds + " seconds";
    }
    if (length.toMinutesPart() == 0 && length.toSecondsPart() == 0 && length.toHours() < 48) {
      return length.toHours() == 24 ? "1 day" : Phrases.counted(length.toHours(), "hour", "hours");
    }
    List<String> parts = new ArrayList<>();
    add(parts, length.toDaysPart(), "day", "days");
    add(parts, length.toHoursPart(), "hour", "hours");
    add(parts, length.toMinutesPart(), "minute", "minutes");
    add(parts, length.toSecondsPart(), "second", "seconds");
    return parts.isEmpty() ? "less than a second" : Phrases.and(parts);
  }

  private static void add(List<String> parts, long count, String one, String many) {
    if (count > 0) {
      parts.add(Phrases.counted(count, one, many));
    }
  }
}
