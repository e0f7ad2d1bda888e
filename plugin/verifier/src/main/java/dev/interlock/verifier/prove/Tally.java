package dev.interlock.verifier.prove;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many claims of each rule hold, all of them.
record Tally(Map<String, Integer> claims) {
  private static final int MOST = 1_000_000;
  private static final String SEPARATOR = " ";

  static Tally of(List<String> rules) {
    Map<String, Integer> claims = new LinkedHashMap<>();
    rules.forEach(rule -> claims.merge(rule, 1, Integer::sum));
    return new Tally(claims);
  }

  /// As words to be kept.
  String text() {
    return String.join(
        SEPARATOR,
        claims.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
  }

  /// The tally in such words; empty when they are none, or of other rules than these.
  static Optional<Tally> read(String text, List<String> rules) {
    Map<String, Integer> claims = new LinkedHashMap<>();
    for (String word : text.isEmpty() ? new String[0] : text.split(SEPARATOR, -1)) {
      int equal = word.indexOf('=');
      String rule = word.substring(0, Math.max(0, equal));
      int count = count(word.substring(equal + 1));
      if (!rules.contains(rule) || count == 0 || claims.put(rule, count) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Tally(claims));
  }

  /// The number, from 1 on; 0 for what is none.
  private static int count(String digits) {
    try {
      int count = Integer.parseInt(digits);
      return count >= 1 && count <= MOST ? count : 0;
    } catch (NumberFormatException garbled) {
      return 0;
    }
  }
}
