package dev.interlock.engine.work;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The jobs about one contact, the first of which is being done or waits to be tried again. Guarded
/// by the lock of whoever has it.
final class Queue {
  final Deque<Job> jobs = new ArrayDeque<>();

  /// Of the jobs, those that do not wait behind one that waits to be tried again.
  final Set<Job> past = Collections.newSetFromMap(new IdentityHashMap<>());

  /// What belongs to the first job and comes right after it.
  final Deque<Job> following = new ArrayDeque<>();

  final List<Runnable> afterwards = new ArrayList<>();
  boolean running;
  @Nullable Thread runner;
  Optional<Instant> parkedUntil = Optional.empty();

  /// Nobody wants what it has, and it ends with what is being done.
  boolean forgotten;

  /// The first job waits to be tried again: whoever does not wait behind it comes before it.
  ///
  /// @return whether there is such a job, which is the first one now
  boolean lettingPast() {
    Optional<Job> next = jobs.stream().filter(past::contains).findFirst();
    next.ifPresent(job -> {
      jobs.remove(job);
      past.remove(job);
      jobs.addFirst(job);
    });
    return next.isPresent();
  }
}
