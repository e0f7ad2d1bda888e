package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.Store.Setback;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.StoreException.Kind;
import java.util.Optional;

/// What is to be said while nothing can be stored: something when it begins, seldom while it lasts,
/// and when it is over. A full disk refuses thousands of units, and the log may be on the same
/// disk.
final class Setbacks {
  /// It is said again when so many times more were refused.
  private static final int MORE = 10;

  /// After how many units it was said last.
  private long saidAt;

  private volatile Optional<Setback> current = Optional.empty();

  /// Units were refused, and not because of what they are.
  ///
  /// @return what to say; empty when that was said already
  Optional<String> refused(int units, RuntimeException why) {
    var before = current;
    var kind = why instanceof StoreException known ? known.kind() : Kind.OTHER;
    long all = before.map(Setback::units).orElse(0L) + units;
    var now = new Setback(kind, String.valueOf(why.getMessage()), all);
    current = Optional.of(now);
    if (before.isEmpty()) {
      saidAt = now.units();
      return Optional.of("could not store: " + now.reason());
    }
    boolean isNews = before.get().kind() != kind;
    if (!isNews && now.units() < MORE * saidAt) {
      return Optional.empty();
    }
    saidAt = now.units();
    return Optional.of(
        "still cannot store, and " + now.units() + " units of work were refused: " + now.reason());
  }

  /// Something was stored.
  ///
  /// @return what to say; empty when nothing was refused before
  Optional<String> isOver() {
    var words = current.map(over -> over.units() + " units of work were refused; can store again");
    current = Optional.empty();
    return words;
  }

  /// What is going on.
  Optional<Setback> current() {
    return current;
  }
}
