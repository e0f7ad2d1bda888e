package dev.interlock.handbook.words;

import dev.interlock.contract.model.Operation.Hours;
import dev.interlock.contract.model.Purpose;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.contract.model.Window;
import java.util.ArrayList;
import java.util.List;

/// The rules that hold over all workflows of an operation, as sentences.
public final class PolicyWords {
  private PolicyWords() {}

  /// Quiet hours, business hours, holidays and time zones.
  public static List<String> hours(Hours hours) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        hours.quiet().isEmpty()
            ? "There are no quiet hours."
            : "No message goes out in quiet hours: "
                + windows(hours.quiet())
                + ", in the contact's own time.");
    sentences.add(
        switch (hours.unknownZone()) {
          case LOCATION -> "Where the CRM does not know their time zone, the business's is taken.";
          case HOLD_UNTIL_SAFE_EVERYWHERE ->
              "Where the CRM does not know their time zone, a message waits until it is outside"
                  + " quiet hours everywhere.";
        });
    sentences.add(
        hours.open().isEmpty()
            ? "There are no business hours."
            : "The business is open " + windows(hours.open()) + ".");
    if (!hours.holidays().isEmpty()) {
      sentences.add(
          "No message goes out on holidays: "
              + Phrases.and(hours.holidays().stream().map(TimeWords::date).toList())
              + ".");
    }
    return sentences;
  }

  /// As in `At most 3 texts in 7 days, with at least 4 hours between two.`
  public static String limit(SendLimit limit) {
    String gap =
        limit.gap().isZero()
            ? ""
            : ", with at least " + DurationWords.span(limit.gap()) + " between two";
    return "At most "
        + limit.most()
        + " "
        + (limit.most() == 1 ? limit.channel().one() : limit.channel().many())
        + " in "
        + DurationWords.span(limit.per())
        + gap
        + ", over all workflows.";
  }

  /// As in `“booking” (get an appointment into the calendar): at most one message in 1 day.`
  public static String purpose(Purpose purpose) {
    return Phrases.quoted(purpose.name())
        + " ("
        + Phrases.lowered(purpose.meaning().strip())
        + "): at most one message in "
        + DurationWords.span(purpose.horizon())
        + ", over all workflows.";
  }

  private static String windows(List<Window> windows) {
    return Phrases.and(windows.stream().map(TimeWords::window).toList());
  }
}
