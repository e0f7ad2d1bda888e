package dev.interlock.verifier.rule;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Keeps the first of those that have something in common.
public final class Distinct {
  private Distinct() {}

  /// For one sequential stream; not to be used twice.
  public static <T> Predicate<T> by(Function<? super T, ?> key) {
    Set<Object> seen = new HashSet<>();
    return one -> seen.add(key.apply(one));
  }
}
