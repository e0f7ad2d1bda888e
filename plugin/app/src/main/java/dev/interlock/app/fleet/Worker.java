package dev.interlock.app.fleet;

import dev.interlock.contract.contact.InstallationId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets accounts in and out side by side. What is to be done about one account, or for one agency,
/// is done one thing after the other, as it was asked for. What one task does wrong is logged and
/// harms no other.
final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /// A call takes half a minute at most, and a task that is ended after it may make another.
  private static final Duration LONGEST_TASK = Duration.ofSeconds(40);

  /// So many accounts at the same time: most of it is waiting for the CRM.
  private static final int AT_ONCE = 16;

  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();

  /// What is to be done about each whose turn it is or comes; the first task is being done.
  private final Map<About, Deque<Task>> lines = new HashMap<>();

  /// Those who are doing a task, and have taken room for it.
  private final Set<Thread> inRoom = ConcurrentHashMap.newKeySet();

  /// For what takes a core for a while, which a virtual thread would not share.
  private final ExecutorService cores =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("contracts").factory());

  private boolean isClosed;

  /// Whom a task is about.
  sealed interface About {
    record Agency(String company) implements About {}

    record OneAccount(InstallationId id) implements About {}
  }

  private record Task(Runnable work, CompletableFuture<?> done) {}

  static About agency(String company) {
    return new About.Agency(company);
  }

  static About account(InstallationId id) {
    return new About.OneAccount(id);
  }

  /// Has it done when its turn comes. Returns at once.
  void soon(About whom, Runnable task) {
    var _ = submit(whom, task);
  }

  /// Has it done, and waits for that, for some time at most.
  ///
  /// @return what came of it; empty when it takes longer, or went wrong
  <T> Optional<T> within(Duration patience, About whom, Supplier<T> task) {
    var result = new CompletableFuture<T>();
    var done = submit(whom, () -> result.complete(task.get()));
    try {
      done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.ofNullable(result.getNow(null));
    } catch (TimeoutException goesOn) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException error) {
      throw new IllegalStateException("what lets accounts in failed", error);
    }
  }

  /// Has done what takes a core for a while, for one account after the other, and waits for it. Who
  /// waits takes no room from those who ask the CRM.
  void oneByOne(Runnable task) {
    boolean isInRoom = inRoom.remove(Thread.currentThread());
    if (isInRoom) {
      room.release();
    }
    try {
      CompletableFuture.runAsync(task, cores).join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException problem -> throw problem;
        case Error problem -> throw problem;
        case null, default -> throw failed;
      }
    } finally {
      if (isInRoom) {
        room.acquireUninterruptibly();
        inRoom.add(Thread.currentThread());
      }
    }
  }

  /// Whether something is to be done about it already.
  boolean isBusy(About whom) {
    lock.lock();
    try {
      return lines.containsKey(whom);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until nothing is to be done about anybody, for some time at most.
  ///
  /// @return whether that came about
  boolean isIdleWithin(Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!lines.isEmpty() && left > 0) {
        left = idle.awaitNanos(left);
      }
      return lines.isEmpty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<?> submit(About whom, Runnable work) {
    var task = new Task(work, new CompletableFuture<>());
    lock.lock();
    try {
      if (isClosed) {
        LOG.debug("nothing begins any more");
        task.done().complete(null);
        return task.done();
      }
      Deque<Task> line = lines.computeIfAbsent(whom, _ -> new ArrayDeque<>());
      line.addLast(task);
      if (line.size() == 1) {
        Thread.ofVirtual().name("accounts " + whom).start(() -> run(whom, line, task));
      }
    } finally {
      lock.unlock();
    }
    return task.done();
  }

  private void run(About whom, Deque<Task> line, Task first) {
    Optional<Task> next = Optional.of(first);
    while (next.isPresent()) {
      room.acquireUninterruptibly();
      inRoom.add(Thread.currentThread());
      try {
        guarded(next.get());
      } finally {
        inRoom.remove(Thread.currentThread());
        room.release();
        next = following(whom, line);
      }
    }
  }

  private static void guarded(Task task) {
    try {
      task.work().run();
    } catch (RuntimeException | Error problem) {
      // the next look tries again; whatever it is, those who come after it are not to wait for ever
      LOG.error("an account could not be looked after", problem);
    }
  }

  private Optional<Task> following(About whom, Deque<Task> line) {
    lock.lock();
    try {
      // whoever waits for it finds it out of the line
      line.removeFirst().done().complete(null);
      if (isClosed) {
        // it is done after the next start
        line.forEach(task -> task.done().complete(null));
        line.clear();
      }
      Optional<Task> next = Optional.ofNullable(line.peekFirst());
      if (next.isEmpty()) {
        lines.remove(whom);
        idle.signalAll();
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /// Nobody is interrupted: a token that is being renewed would be lost, and with it the account.
  @Override
  public void close() {
    lock.lock();
    try {
      isClosed = true;
    } finally {
      lock.unlock();
    }
    if (!isIdleWithin(LONGEST_TASK)) {
      LOG.warn("stops although an account is still looked after");
    }
    cores.shutdown();
  }
}
