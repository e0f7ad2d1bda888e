package dev.interlock.engine.timers;

import dev.interlock.engine.work.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that waits for the next moment at which there is something to do.
///
/// It never waits long at a stretch, whatever clock it goes by: that may be set, or the machine may
/// have slept. Whoever moves a clock of their own says so by [#moved()].
public final class AlarmClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmClock.class);
  private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(20);

  /// Alarms closer together than this ring as one: looking for what is due costs more than most of
  /// what is found. Counted in real time, whatever clock the alarms are of.
  private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Time time;
  private final Function<Instant, Optional<Instant>> nextAfter;
  private final Runnable ring;
  private final Duration longestWait;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;

  /// The alarm being waited for; the furthest future while nobody waits yet.
  private Instant target = Instant.MAX;

  /// When it rang last: whatever was due then was looked for.
  private Instant rang = Instant.MIN;

  private long rangNanos;
  private boolean earlier;
  private boolean moved;

  /// An alarm was set for a moment that had passed by then: perhaps it rang before that.
  private boolean overdue;

  private boolean closed;

  /// @param nextAfter the next moment after a moment at which there is something to do
  /// @param ring makes everybody look for what is due; quick, since it only wakes others
  public AlarmClock(Time time, Function<Instant, Optional<Instant>> nextAfter, Runnable ring) {
    this(time, nextAfter, ring, LOOK_AT_LEAST_EVERY);
  }

  /// @param longestWait how long it waits at a stretch, by the clock and in real time
  AlarmClock(
      Time time,
      Function<Instant, Optional<Instant>> nextAfter,
      Runnable ring,
      Duration longestWait) {
    this.time = time;
    this.nextAfter = nextAfter;
    this.ring = ring;
    this.longestWait = longestWait;
    this.thread = Thread.ofPlatform().name("alarm-clock").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /// The time is another one than would be expected.
  public void moved() {
    lock.lock();
    try {
      moved = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// There is something to do at this moment, perhaps earlier than all that was known.
  public void set(Instant alarm) {
    lock.lock();
    try {
      if (!alarm.isAfter(time.now())) {
        overdue = true;
        changed.signal();
      } else if (alarm.isBefore(target)) {
        earlier = true;
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Rings no more once this returns.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      boolean due = true;
      while (!isClosed()) {
        if (due && !isClosed()) {
          rang = time.now();
          rangNanos = System.nanoTime();
          ring.run();
        }
        due = isDueAfterWaiting(next());
      }
    } catch (InterruptedException stopped) {
      LOG.warn("the alarm clock was interrupted and stops");
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private Instant next() {
    lock.lock();
    try {
      earlier = false;
    } finally {
      lock.unlock();
    }
    Instant now = time.now();
    Instant soon = now.plus(longestWait);
    try {
      // what fell due since it rang is looked for at once
      return nextAfter.apply(rang.isBefore(now) ? rang : now).filter(soon::isAfter).orElse(soon);
    } catch (RuntimeException problem) {
      LOG.error("could not look for the next alarm; looks again soon", problem);
      return soon;
    }
  }

  private void pause() throws InterruptedException {
    long left = rangNanos + SHORTEST_PAUSE_NANOS - System.nanoTime();
    while (!moved && !closed && left > 0) {
      left = changed.awaitNanos(left);
    }
  }

  /// Waits for the alarm, but not once an earlier one was set or the time was moved. By a clock
  /// that was set back, the alarm may be weeks away, and everybody has to look at what that means.
  private boolean isDueAfterWaiting(Instant alarm) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      target = alarm;
      long left = longestWait.toNanos();
      while (!earlier && !overdue && !moved && !closed && left > 0 && time.now().isBefore(alarm)) {
        long wait = Math.min(left, Duration.between(time.now(), alarm).toNanos());
        left -= wait - changed.awaitNanos(wait);
      }
      pause();
      Instant now = time.now();
      // it may have waited for long enough, and the clock go more slowly than real time
      boolean due = moved || overdue || left <= 0 || !now.isBefore(alarm) || now.isBefore(rang);
      moved = false;
      overdue = false;
      target = Instant.MAX;
      return due;
    } finally {
      lock.unlock();
    }
  }
}
