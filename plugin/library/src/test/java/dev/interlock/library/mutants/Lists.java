package dev.interlock.library.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lists in which one thing is missing.
final class Lists {
  private Lists() {}

  /// Each list without one of its items, in the place of what has the list.
  static <T> Stream<Operator.Other> without(List<T> many, Function<List<T>, Object> holder) {
    return IntStream.range(0, many.size())
        .mapToObj(i -> {
          List<T> fewer = new ArrayList<>(many);
          fewer.remove(i);
          return new Operator.Other("-" + (i + 1), holder.apply(fewer));
        });
  }
}
