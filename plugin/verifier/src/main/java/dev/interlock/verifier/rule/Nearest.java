package dev.interlock.verifier.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
    return known.size() <= 2 * MOST
        ? "there is " + joined(known.stream().sorted().toList(), ", ") + "."
        : "none of the %d known ones is similar.".formatted(known.size());
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

  private static String joined(List<String> names, String between) {
    return names.stream().map(name -> "*" + name + "*").collect(Collectors.joining(between));
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
