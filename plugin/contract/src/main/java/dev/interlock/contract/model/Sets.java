package dev.interlock.contract.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Sets whose order does not depend on the JVM, so that texts made from them are stable.
final class Sets {
  private Sets() {}

  static <T extends Comparable<? super T>> Set<T> sorted(Set<T> elements) {
    return Collections.unmodifiableSet(new TreeSet<>(elements));
  }
}
