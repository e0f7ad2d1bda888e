package dev.interlock.engine.work;

import dev.interlock.engine.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for work whenever it is woken, one look at a time. Being woken while it looks makes it
/// look once more, so that no wake-up is lost and none is done twice.
public final class Pump {
  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

  private final String name;
  private final Activity activity;
  private final Runnable look;
  private final AtomicInteger wakes = new AtomicInteger();
  private final AtomicBoolean soon = new AtomicBoolean();

  public Pump(String name, Activity activity, Runnable look) {
    this.name = name;
    this.activity = activity;
    this.look = look;
  }

  /// There may be something to do.
  public void wake() {
    activity.begin();
    if (wakes.getAndIncrement() == 0) {
      Thread.ofVirtual().name(name).start(this::run);
    } else {
      activity.end();
    }
  }

  /// The same a little later, in real time. Asked for more than once before that, it is done once.
  public void wakeAfter(Duration pause) {
    if (soon.compareAndSet(false, true)) {
      activity.begin();
      CompletableFuture.delayedExecutor(
              pause.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
          .execute(() -> {
            soon.set(false);
            try {
              wake();
            } finally {
              activity.end();
            }
          });
    }
  }

  private void run() {
    try {
      int seen;
      do {
        seen = wakes.get();
        look();
      } while (!wakes.compareAndSet(seen, 0));
    } finally {
      activity.end();
    }
  }

  private void look() {
    try {
      look.run();
    } catch (RuntimeException problem) {
      // the next wake-up looks again; what was not found now is still stored
      if (StoreException.isRefusedByDisk(problem)) {
        LOG.debug("{} could not look for work", name, problem);
      } else {
        LOG.error("{} could not look for work", name, problem);
      }
    }
  }
}
