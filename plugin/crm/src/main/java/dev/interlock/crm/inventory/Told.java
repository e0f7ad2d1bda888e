package dev.interlock.crm.inventory;

import java.util.List;
import java.util.function.Function;

/// What the CRM said to a question, or why it did not.
public sealed interface Told<T> {

  /// It said this.
  record Known<T>(T value) implements Told<T> {}

  /// It will say so once the token has this scope.
  record NoScope<T>(String scope) implements Told<T> {}

  /// It never says, whatever we do.
  record Never<T>(String why) implements Told<T> {}

  /// It did not say this time: a fault that may pass.
  record Missed<T>(String why) implements Told<T> {}

  /// The same outcome about something that follows from the value.
  default <R> Told<R> map(Function<? super T, ? extends R> follows) {
    return switch (this) {
      case Known<T>(T value) -> new Known<>(follows.apply(value));
      case NoScope<T>(var scope) -> new NoScope<>(scope);
      case Never<T>(var why) -> new Never<>(why);
      case Missed<T>(var why) -> new Missed<>(why);
    };
  }

  /// What is known of several; nothing where it is not known.
  static <T> List<T> orNone(Told<List<T>> told) {
    return switch (told) {
      case Known<List<T>>(var things) -> things;
      case NoScope<List<T>> _, Never<List<T>> _, Missed<List<T>> _ -> List.of();
    };
  }
}
