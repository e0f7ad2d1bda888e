package dev.interlock.contract.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What a received message has to say to be meant. Comparison ignores case, accents of quotes and
/// punctuation around words.
public sealed interface Saying {

  /// Whatever it says.
  record Anything() implements Saying {}

  /// It is one of the carriers' opt-out words (STOP, UNSUBSCRIBE, ...) and little else.
  record OptOut() implements Saying {}

  /// It contains one of these words or phrases as whole words.
  record AnyOf(Set<String> phrases) implements Saying {
    public AnyOf {
      if (phrases.isEmpty()) {
        throw new ContractException("saying(...) names no phrase; name at least one");
      }
      TreeSet<String> stripped = new TreeSet<>();
      phrases.forEach(phrase -> stripped.add(Texts.required("a phrase", phrase)));
      phrases = Collections.unmodifiableSet(stripped);
    }
  }
}
