package dev.interlock.engine.work;

import dev.interlock.engine.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets work about one contact happen in turn, and work about different contacts at the same time,
/// on virtual threads.
///
/// Within this process nothing else is needed to keep two decisions about one contact apart. Where
/// several processes work, the contact's version in the store does, and a row lock would spare the
/// repetition.
public final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  /// Until what failed is tried again: it may have made calls before it did.
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Activity activity;
  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Queue> queues = new HashMap<>();
  private boolean stopped;

  public Turns(Activity activity, Time time) {
    this.activity = activity;
    this.time = time;
  }

  /// Hands in a job; it is done after those that were handed in before under the same key.
  public void submit(String key, Job job) {
    lock.lock();
    try {
      if (stopped) {
        return;
      }
      Queue queue = queues.computeIfAbsent(key, _ -> new Queue());
      queue.jobs.addLast(job);
      if (!queue.running && queue.parkedUntil.isEmpty()) {
        start(key, queue);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Hands in a job that needs nothing of what others wait for: like any other it is done after
  /// those that were handed in before, but before a job that waits to be tried again.
  public void submitPast(String key, Job job) {
    lock.lock();
    try {
      if (stopped) {
        return;
      }
      Queue queue = queues.computeIfAbsent(key, _ -> new Queue());
      queue.jobs.addLast(job);
      queue.past.add(job);
      if (!queue.running) {
        queue.lettingPast();
        queue.parkedUntil = Optional.empty();
        start(key, queue);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether the calling thread is doing a job under this key, and no other job waits behind it.
  public boolean isAlone(String key) {
    lock.lock();
    try {
      Queue queue = queues.get(key);
      return !stopped
          && queue != null
          && queue.runner == Thread.currentThread()
          && queue.jobs.size() == 1
          && queue.following.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /// Hands in what belongs to the job that the calling thread is doing under this key: it is done
  /// right after it, before everything else, and even when a stop was ordered meanwhile.
  public void follow(String key, Job job) {
    lock.lock();
    try {
      mine(key).following.addLast(job);
    } finally {
      lock.unlock();
    }
  }

  /// Has something done once everything that follows the job is done too, which the calling thread
  /// is doing under this key.
  public void afterwards(String key, Runnable last) {
    lock.lock();
    try {
      mine(key).afterwards.add(last);
    } finally {
      lock.unlock();
    }
  }

  private Queue mine(String key) {
    Queue queue = queues.get(key);
    if (queue == null || queue.runner != Thread.currentThread()) {
      throw new IllegalStateException("only who works on " + key + " may add to the work");
    }
    return queue;
  }

  /// When the next job that waits to be tried again is due.
  public Optional<Instant> nextWake() {
    lock.lock();
    try {
      return queues.values().stream()
          .flatMap(queue -> queue.parkedUntil.stream())
          .min(Comparator.naturalOrder());
    } finally {
      lock.unlock();
    }
  }

  /// Tries those again that are due.
  public void wake() {
    Instant now = time.now();
    lock.lock();
    try {
      for (Map.Entry<String, Queue> entry : List.copyOf(queues.entrySet())) {
        Queue queue = entry.getValue();
        if (queue.parkedUntil.filter(until -> !until.isAfter(now)).isPresent()) {
          queue.parkedUntil = Optional.empty();
          start(entry.getKey(), queue);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// Tries those again at once whose keys begin so, whatever moment they wait for.
  public void hasten(String beginning) {
    lock.lock();
    try {
      for (Map.Entry<String, Queue> entry : List.copyOf(queues.entrySet())) {
        Queue queue = entry.getValue();
        if (queue.parkedUntil.isPresent() && entry.getKey().startsWith(beginning)) {
          queue.parkedUntil = Optional.empty();
          start(entry.getKey(), queue);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// Begins no further job whose key begins so, and tries none of them again.
  public void forget(String beginning) {
    lock.lock();
    try {
      for (Map.Entry<String, Queue> entry : List.copyOf(queues.entrySet())) {
        if (entry.getKey().startsWith(beginning)) {
          Queue queue = entry.getValue();
          queue.forgotten = true;
          queue.jobs.clear();
          queue.past.clear();
          if (queue.parkedUntil.isPresent()) {
            queues.remove(entry.getKey());
          }
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// Begins no further job. What was not begun is still stored, and is found again after a start.
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      queues.values().forEach(queue -> queue.jobs.clear());
    } finally {
      lock.unlock();
    }
  }

  private void start(String key, Queue queue) {
    queue.running = true;
    activity.begin();
    Thread.ofVirtual().name("contact " + key).start(() -> run(key, queue));
  }

  private void run(String key, Queue queue) {
    try {
      Optional<Job> next = first(key, queue);
      while (next.isPresent()) {
        Optional<Instant> again = attempt(next.get());
        next = again.isPresent() ? parked(key, queue, again.get()) : following(key, queue);
      }
    } finally {
      activity.end();
    }
  }

  private Optional<Instant> attempt(Job job) {
    Instant begun = time.now();
    try {
      return job.work().map(again -> byTheClockAsItIs(again, begun));
    } catch (RuntimeException | Error problem) {
      // whatever it was, the contact must not be left without anybody who works on it
      if (StoreException.isRefusedByDisk(problem)) {
        LOG.debug("work on a contact is tried again in {}", PAUSE, problem);
      } else {
        LOG.error("work on a contact failed and is tried again in {}", PAUSE, problem);
      }
      return Optional.of(time.now().plus(PAUSE));
    }
  }

  /// A job may have looked at the clock before it was set back, and say when to try again by that.
  private Instant byTheClockAsItIs(Instant again, Instant begun) {
    Instant now = time.now();
    Instant soon = now.plus(PAUSE);
    return now.isBefore(begun) && soon.isBefore(again) ? soon : again;
  }

  private Optional<Job> first(String key, Queue queue) {
    lock.lock();
    try {
      queue.runner = Thread.currentThread();
      return peek(key, queue);
    } finally {
      lock.unlock();
    }
  }

  private Optional<Job> following(String key, Queue queue) {
    List<Runnable> afterwards = List.of();
    lock.lock();
    try {
      queue.past.remove(queue.jobs.pollFirst());
      if (queue.following.isEmpty()) {
        afterwards = List.copyOf(queue.afterwards);
        queue.afterwards.clear();
      }
      while (!queue.following.isEmpty()) {
        queue.jobs.addFirst(queue.following.removeLast());
      }
      return peek(key, queue);
    } finally {
      lock.unlock();
      afterwards.forEach(Runnable::run);
    }
  }

  private Optional<Job> peek(String key, Queue queue) {
    Optional<Job> next = Optional.ofNullable(queue.jobs.peekFirst());
    if (next.isEmpty()) {
      queue.running = false;
      queues.remove(key);
    }
    return next;
  }

  /// What waits for what has begun waits no longer: it may be minutes until that goes on.
  private Optional<Job> parked(String key, Queue queue, Instant until) {
    List<Runnable> afterwards;
    Optional<Job> next = Optional.empty();
    lock.lock();
    try {
      afterwards = List.copyOf(queue.afterwards);
      queue.afterwards.clear();
      if (queue.forgotten) {
        queue.running = false;
        queues.values().remove(queue);
      } else if (queue.lettingPast()) {
        next = peek(key, queue);
      } else {
        queue.running = false;
        queue.parkedUntil = Optional.of(until);
      }
    } finally {
      lock.unlock();
    }
    afterwards.forEach(Runnable::run);
    return next;
  }
}
