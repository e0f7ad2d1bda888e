package dev.interlock.app.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Looks again and again until something is so, and fails when it does not come to be.
final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Patience() {}

  /// Waits for something.
  ///
  /// @param longest by far more than it takes on a busy machine
  /// @param otherwise what is known by then, for whoever has to find out why
  static void until(Duration longest, Callable<Boolean> isSo, Supplier<String> otherwise)
      throws Exception {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!isSo.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + longest + ": " + otherwise.get());
      }
      Thread.sleep(PAUSE);
    }
  }
}
