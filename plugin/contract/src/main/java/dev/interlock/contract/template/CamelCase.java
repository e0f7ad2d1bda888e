package dev.interlock.contract.template;

import java.util.Locale;
import java.util.regex.Pattern;

/// Makes the variable of a name that people see: `Follow-up outcome` is `followUpOutcome`.
final class CamelCase {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private CamelCase() {}

  static String of(String name) {
    StringBuilder joined = new StringBuilder();
    for (String word : BETWEEN_WORDS.split(name, -1)) {
      if (!word.isEmpty()) {
        joined.append(joined.isEmpty() ? lowered(word) : raised(word));
      }
    }
    return joined.toString();
  }

  // "VIP level" becomes vipLevel, while "bookingLink" stays as it is
  private static String lowered(String word) {
    if (word.equals(word.toUpperCase(Locale.ROOT))) {
      return word.toLowerCase(Locale.ROOT);
    }
    return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  private static String raised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
