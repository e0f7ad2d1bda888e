package dev.interlock.contract.dsl;

import java.util.LinkedHashSet;
import java.util.Set;

/// Sets of words that may be said twice without harm, unlike those of [Set#of(Object...)].
final class Distinct {
  private Distinct() {}

  @SafeVarargs
  static <T> Set<T> set(T... words) {
    Set<T> all = new LinkedHashSet<>();
    for (T word : words) {
      all.add(word);
    }
    return all;
  }

  @SafeVarargs
  static <T> Set<T> both(T first, T... more) {
    Set<T> all = set(first);
    for (T word : more) {
      all.add(word);
    }
    return all;
  }
}
