package dev.interlock.crm.highlevel.names;

import dev.interlock.crm.SteadyClock;
import dev.interlock.crm.highlevel.wire.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An answer that is kept for a while. One thread reads it anew, and the others wait for that.
final class Kept<T> {
  private final Supplier<Answer<T>> source;
  private final InstantSource clock;
  private final Freshness freshness;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Held<T> held;

  private record Held<T>(Answer.Ok<T> answer, Instant readAt) {}

  Kept(Supplier<Answer<T>> source, InstantSource clock, Freshness freshness) {
    this.source = source;
    this.clock = new SteadyClock(clock);
    this.freshness = freshness;
  }

  /// What is kept, or read when nothing is or it is old. What is old is better than nothing.
  Answer<T> value() {
    Held<T> now = held;
    if (now != null && isYoungerThan(freshness.longest(), now)) {
      return now.answer();
    }
    Answer<T> fresh = readAfter(Optional.ofNullable(now));
    return now != null && fresh instanceof Answer.Failed ? now.answer() : fresh;
  }

  /// The same once more, because something was missing in it; read anew unless that was just done.
  Answer<T> afterMiss() {
    Held<T> now = held;
    if (now != null && isYoungerThan(freshness.shortest(), now)) {
      return now.answer();
    }
    return readAfter(Optional.ofNullable(now));
  }

  /// Whether it turned out to be out of date, because an id of it was not accepted; a failure where
  /// that cannot be told, and nothing where nothing was kept.
  Optional<Answer<Boolean>> outdated() {
    Held<T> before = held;
    return before == null
        ? Optional.empty()
        : Optional.of(afterMiss().map(value -> !value.equals(before.answer().value())));
  }

  private Answer<T> readAfter(Optional<Held<T>> seen) {
    lock.lock();
    try {
      Held<T> now = held;
      boolean readMeanwhile = now != null && seen.filter(now::equals).isEmpty();
      if (now != null && readMeanwhile) {
        return now.answer();
      }
      return read();
    } finally {
      lock.unlock();
    }
  }

  private Answer<T> read() {
    Instant readAt = clock.instant();
    Answer<T> answer = source.get();
    if (answer instanceof Answer.Ok<T> fresh) {
      held = new Held<>(fresh, readAt);
    }
    return answer;
  }

  private boolean isYoungerThan(Duration age, Held<T> what) {
    return clock.instant().isBefore(what.readAt().plus(age));
  }
}
