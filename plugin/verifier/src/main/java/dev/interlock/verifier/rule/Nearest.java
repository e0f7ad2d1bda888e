package dev.interlock.verifier.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Known names that look like a misspelt one.
public final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /// A sentence that offers the nearest known names, or all of a few, or says that there are none.
  public static String offer(String misspelt, Collection<String> known) {
    List<String> near = near(misspelt, known);
    if (!near.isEmpty()) {
      return "did you mean " + joined(near, " or ") + "?";
    }
    if (known.isEmpty()) {
      return "none is declared yet.";
    }
    if (known.size() > 2 * MOST) {
      return "none of the %d known ones is similar.".formatted(known.size());
    }
    return (known.size() == 1 ? "there is " : "there are ")
        + joined(known.stream().sorted().toList(), " and ")
        + ".";
  }

  /// The same, and what to do if none of them is meant.
  public static String offer(String misspelt, Collection<String> known, String otherwise) {
    return known.isEmpty()
        ? "none is declared yet: %s.".formatted(otherwise)
        : "%s Otherwise %s.".formatted(offer(misspelt, known), otherwise);
  }

  public static List<String> near(String misspelt, Collection<String> known) {
    int reach = Math.max(2, misspelt.length() / 3);
    return known.stream()
        .distinct()
        .filter(name -> distance(misspelt, name) <= reach)
        .sorted(
            Comparator.comparingInt((String name) -> distance(misspelt, name))
                .thenComparing(name -> name))
        .limit(MOST)
        .toList();
  }

  // as in: *one*, *two* or *three*
  private static String joined(List<String> names, String last) {
    List<String> told = names.stream().map(name -> "*" + name + "*").toList();
    int all = told.size();
    return all == 1
        ? told.getFirst()
        : String.join(", ", told.subList(0, all - 1)) + last + told.getLast();
  }

  // Levenshtein's, on what is left when case does not count
  private static int distance(String one, String other) {
    String left = one.toLowerCase(Locale.ROOT);
    String right = other.toLowerCase(Locale.ROOT);
    int[] above = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[right.length()];
  }
}
