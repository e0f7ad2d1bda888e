package dev.interlock.crm.highlevel.outcome;

import dev.interlock.crm.highlevel.wire.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Several calls in a row, of which the first that fails ends the row.
public final class Answers {
  private Answers() {}

  /// Goes on from a value to the next call.
  public static <A, B> Answer<B> then(Answer<A> first, Function<A, Answer<B>> next) {
    return switch (first) {
      case Answer.Ok<A>(_, var value, _) -> next.apply(value);
      case Answer.Failed<A> failed -> retyped(failed);
    };
  }

  /// Makes three calls, one after the other, and puts their values together.
  public static <A, B, C, R> Answer<R> join(
      Supplier<Answer<A>> first,
      Supplier<Answer<B>> second,
      Supplier<Answer<C>> third,
      Joint<A, B, C, R> joint) {
    return then(first.get(), a -> then(second.get(), b -> third.get().map(c -> joint.of(a, b, c))));
  }

  /// What three values make together.
  public interface Joint<A, B, C, R> {
    R of(A first, B second, C third);
  }

  /// Makes one call for each; the answer to the last stands for all, with all values.
  public static <A, B> Answer<List<B>> each(
      Answer<List<A>> first, Function<A, Answer<List<B>>> next) {
    return then(
        first,
        things -> {
          var values = new ArrayList<B>();
          Answer<List<B>> all = first.map(_ -> List.of());
          for (A thing : things) {
            all = next.apply(thing);
            if (!(all instanceof Answer.Ok<List<B>>(_, var more, _))) {
              return all;
            }
            values.addAll(more);
          }
          return all.map(_ -> values);
        });
  }

  private static <A, B> Answer<B> retyped(Answer.Failed<A> failed) {
    return new Answer.Failed<>(
        failed.operation(), failed.failure(), failed.effect(), failed.envelope());
  }
}
