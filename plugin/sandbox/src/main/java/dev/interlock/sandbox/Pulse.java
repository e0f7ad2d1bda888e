package dev.interlock.sandbox;

import dev.interlock.sandbox.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that does what is due, for as long as a clock runs by itself.
final class Pulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

  private final SandboxClock clock;
  private final Supplier<Optional<Instant>> nextAt;
  private final Runnable work;
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread;
  private volatile boolean isClosed;

  private Pulse(
      String name, SandboxClock clock, Supplier<Optional<Instant>> nextAt, Runnable work) {
    this.clock = clock;
    this.nextAt = nextAt;
    this.work = work;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::beat);
  }

  static Pulse start(
      String name, SandboxClock clock, Supplier<Optional<Instant>> nextAt, Runnable work) {
    var pulse = new Pulse(name, clock, nextAt, work);
    pulse.thread.start();
    return pulse;
  }

  /// Wakes it up because something may be due earlier than it thought.
  void wake() {
    bell.release();
  }

  private void beat() {
    while (!isClosed) {
      try {
        work.run();
        nap();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException fault) {
        LOG.error("something in the sandbox went wrong", fault);
      }
    }
  }

  private void nap() throws InterruptedException {
    var wait = nextAt.get().map(clock::realTimeUntil).orElse(LONGEST_NAP);
    var capped = wait.compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : wait;
    if (bell.tryAcquire(capped.toMillis(), TimeUnit.MILLISECONDS)) {
      bell.drainPermits();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
  }
}
