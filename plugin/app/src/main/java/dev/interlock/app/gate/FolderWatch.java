package dev.interlock.app.gate;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a gate look at once, since an opening is quick and not thorough, and then again and again
/// until it is closed.
public final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  private final Gate gate;
  private final Optional<Duration> pause;
  private final Thread thread;

  private FolderWatch(Gate gate, Optional<Duration> pause) {
    this.gate = gate;
    this.pause = pause;
    // reading and verifying takes a core for a while, which a virtual thread would not share
    this.thread = Thread.ofPlatform().daemon().name("plugins").unstarted(this::run);
  }

  /// Looks, and then again after each pause; without a pause only once.
  public static FolderWatch start(Gate gate, Optional<Duration> pause) {
    var watch = new FolderWatch(gate, pause);
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
      gate.look();
    } catch (RuntimeException problem) {
      // what is live stays so, and the next look tries again
      LOG.error("the plugins folder could not be looked at", problem);
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
