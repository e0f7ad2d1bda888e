package dev.interlock.contract.contact;

import java.util.function.Function;

/// A fact of the CRM, or the honest lack of one.
public sealed interface Known<T> {

  /// The CRM said so.
  record Said<T>(T value) implements Known<T> {}

  /// The CRM did not say, or was not asked.
  record Unsaid<T>() implements Known<T> {}

  /// A fact.
  static <T> Known<T> said(T value) {
    return new Said<>(value);
  }

  /// No fact.
  static <T> Known<T> unsaid() {
    return new Unsaid<>();
  }

  /// The fact, or what stands for it where the CRM did not say.
  default T orElse(T other) {
    return switch (this) {
      case Said<T>(T value) -> value;
      case Unsaid<T> _ -> other;
    };
  }

  /// The same knowledge about something that follows from the fact.
  default <R> Known<R> map(Function<? super T, ? extends R> follows) {
    return switch (this) {
      case Said<T>(T value) -> new Said<>(follows.apply(value));
      case Unsaid<T> _ -> new Unsaid<>();
    };
  }
}
