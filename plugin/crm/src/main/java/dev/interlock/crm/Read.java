package dev.interlock.crm;

import java.time.Duration;
import java.util.function.Function;

/// What came of reading.
public sealed interface Read<T> {

  /// It was read.
  record Got<T>(T value) implements Read<T> {}

  /// There is no such thing in the CRM.
  record Gone<T>(String reason) implements Read<T> {}

  /// Not now: a limit, an outage or a fault that may pass.
  record TryLater<T>(Duration pause, String reason) implements Read<T> {}

  /// Not at all, until somebody changes a setting: a wrong token, a missing scope.
  record Refused<T>(String code, String reason) implements Read<T> {}

  /// The same outcome about something that follows from the value.
  default <R> Read<R> map(Function<? super T, ? extends R> follows) {
    return switch (this) {
      case Got<T>(T value) -> new Got<>(follows.apply(value));
      case Gone<T>(var reason) -> new Gone<>(reason);
      case TryLater<T>(var pause, var reason) -> new TryLater<>(pause, reason);
      case Refused<T>(var code, var reason) -> new Refused<>(code, reason);
    };
  }

  /// What comes of reading on from the value.
  default <R> Read<R> then(Function<? super T, Read<R>> next) {
    return switch (this) {
      case Got<T>(T value) -> next.apply(value);
      case Gone<T>(var reason) -> new Gone<>(reason);
      case TryLater<T>(var pause, var reason) -> new TryLater<>(pause, reason);
      case Refused<T>(var code, var reason) -> new Refused<>(code, reason);
    };
  }
}
