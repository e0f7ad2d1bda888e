package dev.interlock.verifier.prove;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many claims of each rule hold, all of them.
record Tally(Map<String, Integer> claims) {
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

  /// The tally in such words; empty when they are none.
  static Optional<Tally> read(String text) {
    Map<String, Integer> claims = new LinkedHashMap<>();
    for (String word : text.isEmpty() ? new String[0] : text.split(SEPARATOR, -1)) {
      int equal = word.indexOf('=');
      if (equal <= 0) {
        return Optional.empty();
      }
      try {
        claims.put(word.substring(0, equal), Integer.parseUnsignedInt(word.substring(equal + 1)));
      } catch (NumberFormatException garbled) {
        return Optional.empty();
      }
    }
    return Optional.of(new Tally(claims));
  }
}
