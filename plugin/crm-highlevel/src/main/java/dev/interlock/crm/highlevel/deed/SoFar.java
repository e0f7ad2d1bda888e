package dev.interlock.crm.highlevel.deed;

import dev.interlock.crm.Sent;
import java.util.function.Function;

/// A deed that takes several calls: it is still under way, or already has its outcome.
sealed interface SoFar<T> {

  /// It goes on from here.
  record Ready<T>(T value) implements SoFar<T> {}

  /// It has ended.
  record Over<T>(Sent outcome) implements SoFar<T> {}

  /// Goes on to the next part.
  default <R> SoFar<R> then(Function<T, SoFar<R>> next) {
    return switch (this) {
      case Ready<T>(var value) -> next.apply(value);
      case Over<T>(var outcome) -> new Over<>(outcome);
    };
  }

  /// Goes on to the end.
  default Sent end(Function<T, Sent> last) {
    return switch (this) {
      case Ready<T>(var value) -> last.apply(value);
      case Over<T>(var outcome) -> outcome;
    };
  }

  /// It ends here because something about it is wrong.
  static <T> SoFar<T> refused(String code, String reason) {
    return new Over<>(new Sent.Refused(code, reason));
  }
}
