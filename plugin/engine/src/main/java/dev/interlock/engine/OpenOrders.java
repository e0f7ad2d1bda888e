package dev.interlock.engine;

import dev.interlock.engine.Operator.Answer;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Orders that wait for their contact's turn. Those whose turn has not come when everything stops
/// are answered at once, and are never carried out: whoever gave one is not to wait for nothing.
final class OpenOrders {
  private final Set<Given> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /// An order. It is either begun or given up, and that only once.
  static final class Given {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();

    CompletableFuture<Answer> answer() {
      return answer;
    }
  }

  /// One that begins to wait. After a stop it is answered already.
  Given given(Instant now) {
    var order = new Given();
    waiting.add(order);
    if (stopped) {
      giveUp(order, now);
    }
    return order;
  }

  /// Its turn has come.
  ///
  /// @return whether it is to be carried out
  boolean begins(Given order) {
    waiting.remove(order);
    return order.taken.compareAndSet(false, true);
  }

  /// Gives up those that wait, and all that come.
  void stop(Instant now) {
    stopped = true;
    waiting.forEach(order -> giveUp(order, now));
  }

  private void giveUp(Given order, Instant now) {
    if (begins(order)) {
      order.answer.complete(
          new Answer.NotNow(now, "it is stopping; give the order again after the start"));
    }
  }
}
