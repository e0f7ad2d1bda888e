package dev.interlock.engine.store;

import static dev.interlock.engine.store.Samples.ANN;
import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.delivery;
import static dev.interlock.engine.store.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store promises of units of work.
interface WritingContract {
  Store store();

  @Test
  default void aUnitThatFailsLeavesNothingBehind() {
    CompletableFuture<Boolean> failing =
        store()
            .write(tables -> {
              tables.runs().add(HERE, run("r1", ANN), NOON);
              throw new IllegalStateException("a bug");
            });

    assertThatThrownBy(failing::join).hasRootCauseMessage("a bug");
    assertThat(store().read((Tables tables) -> tables.runs().underWay(HERE, ANN))).isEmpty();
  }

  @Test
  default void aUnitThatFailsHarmsNoOther() {
    var results = new ConcurrentLinkedQueue<CompletableFuture<Optional<Long>>>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 400)
          .forEach(number -> callers.execute(() -> results.add(putOrFail(number))));
    }

    long failed =
        results.stream()
            .map(each -> each.handle((_, failure) -> failure != null).join())
            .filter(failure -> failure)
            .count();
    assertThat(failed).isEqualTo(58);
    assertThat(store().read((Tables tables) -> tables.inbox().depth(HERE))).isEqualTo(342);
    List<Long> told =
        results.stream()
            .filter(each -> !each.isCompletedExceptionally())
            .map(each -> each.join().orElseThrow())
            .toList();
    assertThat(store().read((Tables tables) -> tables.inbox().waiting(HERE, 0, 400)))
        .as("whoever failed beside them, these are the numbers that they have")
        .extracting(Inbox.Ticket::number)
        .containsExactlyInAnyOrderElementsOf(told);
  }

  private CompletableFuture<Optional<Long>> putOrFail(int number) {
    return store()
        .write(tables -> {
          var stored = tables.inbox().put(HERE, delivery("d" + number, "ann"));
          if (number % 7 == 0) {
            throw new IllegalStateException("a bug");
          }
          return stored;
        });
  }

  @Test
  default void whatWasHandedInBeforeTheEndIsStoredOrRefused() {
    CompletableFuture<?> before =
        store().write(tables -> tables.inbox().put(HERE, delivery("d1", "ann")));

    store().close();

    assertThat(before.isDone()).isTrue();
    assertThatThrownBy(() -> store().write(tables -> tables.inbox().depth(HERE)).join())
        .hasCauseInstanceOf(StoreException.class);
  }

  @Test
  default void aReaderSeesWhatWasAcknowledged() {
    for (int number = 0; number < 50; number++) {
      var id = "d" + number;
      store().write(tables -> tables.inbox().put(HERE, delivery(id, "ann"))).join();
      int expected = number + 1;
      assertThat(store().read((Tables tables) -> tables.inbox().depth(HERE))).isEqualTo(expected);
    }
  }

  @Test
  default void aReaderCannotWrite() {
    assertThatThrownBy(
            () -> store().read((Tables tables) -> tables.inbox().put(HERE, delivery("d1", "ann"))))
        .isInstanceOf(StoreException.class);
  }
}
