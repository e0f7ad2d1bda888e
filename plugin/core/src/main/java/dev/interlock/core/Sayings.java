package dev.interlock.core;

import dev.interlock.contract.model.Saying;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a received message says.
public final class Sayings {
  /// The words at which carriers block a number (CTIA messaging principles, 2023), and the plain
  /// sentences that mean the same to a court.
  private static final Set<String> OPT_OUTS =
      Set.of(
          "stop",
          "stopall",
          "stop all",
          "unsubscribe",
          "cancel",
          "end",
          "quit",
          "revoke",
          "optout",
          "opt out",
          "stop please",
          "please stop",
          "stop texting me",
          "remove me",
          "stop texting",
          "stop calling",
          "please stop calling",
          "stop calling me",
          "do not text me",
          "dont text me",
          "leave me alone");

  private static final Pattern APOSTROPHES = Pattern.compile("['’`]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Sayings() {}

  static boolean says(Saying saying, String text) {
    return switch (saying) {
      case Saying.Anything() -> true;
      case Saying.OptOut() -> isOptOut(text);
      case Saying.AnyOf(var phrases) ->
          phrases.stream().anyMatch(phrase -> contains(words(text), words(phrase)));
    };
  }

  /// Whether the message asks for no more messages, and says little else.
  public static boolean isOptOut(String text) {
    return OPT_OUTS.contains(words(text));
  }

  private static boolean contains(String text, String phrase) {
    return (" " + text + " ").contains(" " + phrase + " ");
  }

  private static String words(String text) {
    String joined = APOSTROPHES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return BETWEEN_WORDS.matcher(joined).replaceAll(" ").strip();
  }
}
