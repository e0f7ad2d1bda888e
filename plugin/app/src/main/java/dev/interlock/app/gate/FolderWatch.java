package dev.interlock.app.gate;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has somebody look at once, since an opening is quick and not thorough, and then again and again
/// until it is closed.
public final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  private final String name;
  private final Runnable look;
  private final Optional<Duration> pause;
  private final Thread thread;

  private FolderWatch(String name, Runnable look, Optional<Duration> pause) {
    this.name = name;
    this.look = look;
    this.pause = pause;
    // reading and verifying takes a core for a while, which a virtual thread would not share
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /// Looks, and then again after each pause; without a pause only once.
  public static FolderWatch start(Runnable look, Optional<Duration> pause) {
    return start("plugins", look, pause);
  }

  /// The same, to look at something else.
  ///
  /// @param name of what is looked at, in a word
  public static FolderWatch start(String name, Runnable look, Optional<Duration> pause) {
    var watch = new FolderWatch(name, look, pause);
    watch.thread.start();
    return watch;
  }

  private void run() {
    look();
    pause.ifPresent(this::lookAgain);
  }

  private void lookAgain(Duration after) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(after);
        look();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      look.run();
    } catch (RuntimeException problem) {
      // what is live stays so, and the next look tries again
      LOG.error("{} could not be looked at", name, problem);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
