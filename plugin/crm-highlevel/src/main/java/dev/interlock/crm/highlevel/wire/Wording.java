package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.regex.Pattern;

/// Takes addresses and numbers out of the CRM's messages, which end up in journals and logs.
final class Wording {
  private static final Pattern EMAIL = Pattern.compile("[^\\s<>\"'(),;]+@[^\\s<>\"'(),;]+");

  /// Ten digits or more, or seven behind a plus, standing alone: ids mix digits with letters.
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:\\+(?:[ ().-]*\\d){7,}|\\d(?:[ ().-]*\\d){9,})(?![A-Za-z])");

  private static final int LONGEST = 300;

  private Wording() {}

  static List<String> cleaned(List<String> messages) {
    return messages.stream().map(Wording::cleaned).toList();
  }

  static String cleaned(String message) {
    String clean = PHONE.matcher(EMAIL.matcher(message).replaceAll("…")).replaceAll("…");
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
  }
}
