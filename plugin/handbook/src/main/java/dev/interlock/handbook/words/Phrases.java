package dev.interlock.handbook.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// How sentences are put together: lists, quotation marks, capitals.
public final class Phrases {
  private Phrases() {}

  /// A name as people see it in the CRM: “Booked”.
  public static String quoted(Object name) {
    return "“" + name + "”";
  }

  /// `a`, `a and b`, `a, b and c`.
  public static String and(Collection<String> parts) {
    return listed(parts, " and ");
  }

  /// `a`, `a or b`, `a, b or c`.
  public static String or(Collection<String> parts) {
    return listed(parts, " or ");
  }

  /// The same names, each in quotation marks.
  public static List<String> quotedAll(Collection<?> names) {
    return names.stream().map(Phrases::quoted).toList();
  }

  /// A sentence: a capital at its start and a full stop at its end, if it has none yet.
  public static String sentence(String words) {
    String stripped = words.strip();
    if (stripped.isEmpty()) {
      return "";
    }
    String begun = capital(stripped);
    return endsLikeSentence(begun) ? begun : begun + ".";
  }

  /// The same words with a capital at their start.
  public static String capital(String words) {
    if (words.isEmpty()) {
      return words;
    }
    int end = words.offsetByCodePoints(0, 1);
    return words.substring(0, end).toUpperCase(Locale.ROOT) + words.substring(end);
  }

  /// The same words with a small letter at their start, unless it begins an abbreviation.
  public static String lowered(String words) {
    boolean abbreviation = words.length() > 1 && Character.isUpperCase(words.charAt(1));
    return words.isEmpty() || abbreviation
        ? words
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  /// A name with hyphens as words: `missed-call-text-back` becomes `Missed call text back`.
  public static String unhyphened(String name) {
    return capital(name.replace('-', ' ').replace('_', ' ').strip());
  }

  /// `1 turn`, `3 turns`.
  public static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static String listed(Collection<String> parts, String last) {
    List<String> all = new ArrayList<>(parts);
    if (all.size() < 2) {
      return String.join("", all);
    }
    String end = all.removeLast();
    return String.join(", ", all) + last + end;
  }

  private static boolean endsLikeSentence(String words) {
    String bare = words.endsWith("”") ? words.substring(0, words.length() - 1) : words;
    return bare.endsWith(".") || bare.endsWith("?") || bare.endsWith("!") || bare.endsWith("…");
  }
}
