package dev.interlock.crm.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What people are told.
final class Words {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss", Locale.ENGLISH);
  private static final Duration LONG = Duration.ofHours(3);

  private Words() {}

  static String failing(Circuit.Open open, ZoneId zone) {
    return "The CRM has not served us since %s: %s. Webhooks are kept, work waits, and the CRM is tried %s."
        .formatted(
            moment(open.since(), zone),
            open.reason().strip().replaceFirst("\\.$", ""),
            open.trying() == 0 ? "again at " + moment(open.next(), zone) : "at this moment");
  }

  static String of(Day day, ZoneId zone) {
    String rest =
        day.most().isPresent()
            ? "%,d of %,d calls".formatted(day.left().orElse(0), day.most().getAsLong())
            : "%,d calls".formatted(day.left().orElse(0));
    String what =
        day.isSpent()
            ? "Webhooks are kept, and work waits"
            : "They are kept for exits and for answers to people; everything else waits";
    return "The CRM allows us %s more today. %s; asked again at %s."
        .formatted(rest, what, moment(day.turns(), zone));
  }

  static String apart(Duration ahead) {
    return "Our clock is %s %s the CRM's, so that things may be told at the wrong time or not at all. Set this machine's clock."
        .formatted(span(ahead.abs()), ahead.isNegative() ? "behind" : "ahead of");
  }

  private static String span(Duration span) {
    return span.compareTo(LONG) < 0
        ? "%,d minutes".formatted(span.toMinutes())
        : "%,d hours".formatted(span.toHours());
  }

  private static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }
}
