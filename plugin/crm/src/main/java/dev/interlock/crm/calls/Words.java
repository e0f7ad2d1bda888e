package dev.interlock.crm.calls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What people are told.
final class Words {
  private Words() {}

  static String failing(Circuit.Open open) {
    return "The CRM has not served us since %s: %s. Webhooks are kept, work waits, and the CRM is tried %s."
        .formatted(
            moment(open.since()),
            open.reason().strip().replaceFirst("\\.$", ""),
            open.trying() == 0 ? "again at " + moment(open.next()) : "at this moment");
  }

  static String of(Day day) {
    String rest =
        day.most().isPresent()
            ? "%,d of %,d calls".formatted(day.left().orElse(0), day.most().getAsLong())
            : "%,d calls".formatted(day.left().orElse(0));
    String what =
        day.isSpent()
            ? "Webhooks are kept, and work waits"
            : "They are kept for exits and for answers to people; everything else waits";
    return "The CRM allows us %s more today. %s; asked again at %s."
        .formatted(rest, what, moment(day.turns()));
  }

  private static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
