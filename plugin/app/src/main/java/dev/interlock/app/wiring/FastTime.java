package dev.interlock.app.wiring;

import dev.interlock.engine.Engine;
import java.time.Duration;

/// Lets an engine keep up with a clock that runs faster than life: it would sleep too long
/// otherwise, because it reckons with a second that takes a second.
public final class FastTime implements AutoCloseable {
  private static final Duration BEAT = Duration.ofMillis(50);

  private final Engine engine;
  private final Thread thread;

  private FastTime(Engine engine) {
    this.engine = engine;
    this.thread = Thread.ofVirtual().name("fast-time").unstarted(this::beat);
  }

  /// Beats until it is closed.
  public static FastTime of(Engine engine) {
    var time = new FastTime(engine);
    time.thread.start();
    return time;
  }

  private void beat() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(BEAT);
        engine.timeMoved();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
