package dev.interlock.engine.stays;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.core.Spans;
import dev.interlock.engine.store.Stays.Stay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What somebody is told of a deal that has stood in a stage for as long as it may.
///
/// @param zone the business's
record StayWords(ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  String of(Stay stay, ContactSnapshot contact, Deal deal, Stage stage) {
    String standing =
        "%s has stood in %s since %s, and may stand there for %s."
            .formatted(
                name(contact, deal),
                stage.name(),
                DAY.format(LocalDate.ofInstant(stay.since(), zone)),
                Spans.words(stay.limit()));
    String who = stage.owner().map(team -> team + " has the next move").orElse("");
    String what = stage.staffDoNext().strip();
    if (who.isEmpty() && what.isEmpty()) {
      return standing;
    }
    if (what.isEmpty()) {
      return standing + " " + who + ".";
    }
    String next = who.isEmpty() ? what : who + ": " + what;
    return standing + " " + next + (what.endsWith(".") ? "" : ".");
  }

  /// Deals are often called what their contact is called, and a contact may have several.
  private static String name(ContactSnapshot contact, Deal deal) {
    String whose = contact.displayName() + "'s deal";
    boolean tellsNothing = deal.name().isBlank() || deal.name().equals(contact.displayName());
    return tellsNothing ? whose : whose + " \"" + deal.name() + "\"";
  }
}
