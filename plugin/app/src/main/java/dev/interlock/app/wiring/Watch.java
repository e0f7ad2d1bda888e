package dev.interlock.app.wiring;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has somebody look soon, since an opening is quick and not thorough, and then again and again
/// until it is closed: at folders of jars, or at accounts.
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private static final Duration SOON = Duration.ofSeconds(10);

  /// A call takes half a minute at most.
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(40);

  private final String name;
  private final Runnable look;
  private final Duration before;
  private final Optional<Duration> pause;
  private final boolean isPatient;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private Watch(
      String name, Runnable look, Duration before, Optional<Duration> pause, boolean isPatient) {
    this.name = name;
    this.look = look;
    this.before = before;
    this.pause = pause;
    this.isPatient = isPatient;
    // reading and verifying takes a core for a while, which a virtual thread would not share
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /// Looks, and then again after each pause; without a pause only once.
  public static Watch start(Runnable look, Optional<Duration> pause) {
    return later(Duration.ZERO, look, pause);
  }

  /// The same, and the first look is not at once.
  ///
  /// @param before how long before the first look
  public static Watch later(Duration before, Runnable look, Optional<Duration> pause) {
    return started(new Watch("plugins", look, before, pause, false));
  }

  /// The same, to look at something else by asking somebody. Nobody is interrupted then: a token
  /// that is being renewed would be lost, and with it the account.
  ///
  /// @param name of what is looked at, in a word
  /// @param before how long before the first look
  public static Watch asking(
      String name, Duration before, Runnable look, Optional<Duration> pause) {
    return started(new Watch(name, look, before, pause, true));
  }

  private static Watch started(Watch watch) {
    watch.thread.start();
    return watch;
  }

  private void run() {
    if (isClosedWithin(before)) {
      return;
    }
    look();
    pause.ifPresent(this::lookAgain);
  }

  private void lookAgain(Duration after) {
    while (!isClosedWithin(after)) {
      look();
    }
  }

  private boolean isClosedWithin(Duration wait) {
    try {
      return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void look() {
    try {
      look.run();
    } catch (RuntimeException problem) {
      if (isClosing()) {
        // broken off by ourselves, or by what is closed already: the next start looks again
        LOG.debug("{} was no longer looked at", name, problem);
        return;
      }
      // what is live stays so, and the next look tries again
      LOG.error("{} could not be looked at", name, problem);
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  @Override
  public void close() {
    closing.countDown();
    if (!isPatient) {
      thread.interrupt();
    }
    try {
      if (!thread.join(isPatient ? LONGEST_LOOK : SOON)) {
        LOG.warn("stops although {} is still looked at", name);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
