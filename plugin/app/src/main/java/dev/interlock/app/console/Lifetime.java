package dev.interlock.app.console;

import java.util.concurrent.CountDownLatch;

/// How long a server goes on.
@FunctionalInterface
public interface Lifetime {

  /// Waits until the process is told to end, and sees to it that the server is closed then.
  void lastsUntilClosed(Runnable close) throws InterruptedException;

  /// Until SIGTERM or Ctrl+C. The JVM waits for what is closed, and ends with 143 or 130.
  static Lifetime ofThisProcess() {
    return close -> {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("closing").unstarted(close));
      // the main thread only waits; once the hook has run, the JVM ends without asking it
      new CountDownLatch(1).await();
    };
  }
}
