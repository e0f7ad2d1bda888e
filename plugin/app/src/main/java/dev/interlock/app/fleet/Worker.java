package dev.interlock.app.fleet;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that lets accounts in and out. What one task does wrong is logged and harms no
/// other.
final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /// A call takes half a minute at most, and a task that is ended after it may make another.
  private static final Duration LONGEST_TASK = Duration.ofSeconds(40);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("accounts").factory());

  /// Has it done when its turn comes. Returns at once.
  void soon(Runnable task) {
    var _ = submit(task);
  }

  /// Has it done, and waits for that, for some time at most.
  ///
  /// @return whether it was done by then
  boolean within(Duration patience, Runnable task) {
    try {
      submit(task).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goesOn) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException error) {
      throw new IllegalStateException("the thread for accounts failed", error);
    }
  }

  private Future<?> submit(Runnable task) {
    try {
      return thread.submit(() -> guarded(task));
    } catch (RejectedExecutionException closed) {
      LOG.debug("nothing begins any more");
      return CompletableFuture.completedFuture(null);
    }
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | LinkageError problem) {
      // the next look tries again
      LOG.error("an account could not be looked after", problem);
    }
  }

  /// Nobody is interrupted: a token that is being renewed would be lost, and with it the account.
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_TASK.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("stops although an account is still looked after");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
