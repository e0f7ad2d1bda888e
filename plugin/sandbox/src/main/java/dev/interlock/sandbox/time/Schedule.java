package dev.interlock.sandbox.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// What is going to happen, in the order in which it will.
///
/// Things due at the same instant are ordered by their lane, and within a lane by when they were
/// put in. Lanes are independent of each other, so the order does not depend on which thread came
/// first, and a story stays the same on every machine. Safe for use by several threads.
///
/// @param <T> what is due
public final class Schedule<T> {
  private record Entry<T>(Instant due, String lane, long turn, T what) {}

  private final PriorityQueue<Entry<T>> entries =
      new PriorityQueue<>(
          Comparator.comparing((Entry<T> entry) -> entry.due())
              .thenComparing(Entry::lane)
              .thenComparingLong(Entry::turn));
  private final Map<String, Long> turns = new HashMap<>();
  private final Runnable whenAdded;

  /// An empty schedule.
  ///
  /// @param whenAdded told after each addition, so that a sleeper can wake up early
  public Schedule(Runnable whenAdded) {
    this.whenAdded = whenAdded;
  }

  /// Puts something in.
  public void add(Instant due, String lane, T what) {
    synchronized (this) {
      entries.add(new Entry<>(due, lane, turns.merge(lane, 1L, Long::sum), what));
    }
    whenAdded.run();
  }

  /// Takes out everything that is due at a time, in order.
  public synchronized List<T> takeDue(Instant now) {
    var due = new ArrayList<T>();
    while (!entries.isEmpty() && !entries.element().due().isAfter(now)) {
      due.add(entries.remove().what());
    }
    return due;
  }

  /// Takes out the next thing that is due at a time.
  public synchronized Optional<T> takeNext(Instant now) {
    if (entries.isEmpty() || entries.element().due().isAfter(now)) {
      return Optional.empty();
    }
    return Optional.of(entries.remove().what());
  }

  /// When the next thing is due; empty when nothing is planned.
  public synchronized Optional<Instant> nextAt() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.element().due());
  }

  /// How many things are planned.
  public synchronized int size() {
    return entries.size();
  }
}
