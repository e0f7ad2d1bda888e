package dev.interlock.crm.highlevel.wire;

import java.util.Optional;
import java.util.function.Function;

/// How a call to the CRM ended. Every caller decides every case.
///
/// ```java
/// return switch (api.contacts().contact(id)) {
///   case Ok(_, var contact, _) -> use(contact);
///   case Failed(_, Failure.NotFound _, _, _) -> vanished(id);
///   case Failed(_, var failure, _, _) -> later(failure.inWords());
/// };
/// ```
public sealed interface Answer<T> {

  /// The CRM did what was asked and its answer could be read.
  record Ok<T>(Operation operation, T value, Envelope envelope) implements Answer<T> {
    @Override
    public Effect effect() {
      return operation.isRead() ? Effect.IMPOSSIBLE : Effect.CERTAIN;
    }
  }

  /// Anything else.
  ///
  /// @param effect whether the call may have changed something all the same
  record Failed<T>(Operation operation, Failure failure, Effect effect, Envelope envelope)
      implements Answer<T> {

    Failed(Operation operation, Failure failure, Envelope envelope) {
      this(operation, failure, Effect.of(operation, failure), envelope);
    }
  }

  Operation operation();

  /// What came with the answer: status, trace id, rate limits.
  Envelope envelope();

  /// Whether the call has changed something in the CRM.
  Effect effect();

  /// The value, if there is one; for callers to whom all failures are alike.
  default Optional<T> success() {
    return switch (this) {
      case Ok<T>(_, var value, _) -> Optional.of(value);
      case Failed<T> _ -> Optional.empty();
    };
  }

  /// The same answer with another value in it.
  default <R> Answer<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Ok<T>(var operation, var value, var envelope) ->
          new Ok<>(operation, change.apply(value), envelope);
      case Failed<T>(var operation, var failure, var effect, var envelope) ->
          new Failed<>(operation, failure, effect, envelope);
    };
  }
}
