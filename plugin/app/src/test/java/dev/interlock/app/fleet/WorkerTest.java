package dev.interlock.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.InstallationId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Accounts are looked after side by side, and each by one thing after the other.
class WorkerTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Worker.About RIVERSIDE = Worker.account(new InstallationId("riverside"));
  private static final Worker.About LAKESIDE = Worker.account(new InstallationId("lakeside"));

  private final Worker worker = new Worker();
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch answered = new CountDownLatch(1);

  @AfterEach
  void close() {
    answered.countDown();
    worker.close();
  }

  private void untilAnswered() {
    try {
      answered.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void anAccountThatTakesLongKeepsNoOtherWaiting() {
    worker.soon(RIVERSIDE, this::untilAnswered);

    assertThat(worker.within(LONG, LAKESIDE, () -> "let in")).contains("let in");

    assertThat(worker.isBusy(RIVERSIDE)).isTrue();
    assertThat(worker.isBusy(LAKESIDE)).isFalse();
  }

  @Test
  void whatIsDoneAboutOneAccountIsDoneInTurn() {
    worker.soon(RIVERSIDE, this::untilAnswered);
    for (int i = 0; i < 20; i++) {
      String name = "task " + i;
      worker.soon(RIVERSIDE, () -> done.add(name));
    }
    assertThat(done).isEmpty();

    answered.countDown();

    assertThat(worker.isIdleWithin(LONG)).isTrue();
    assertThat(done).hasSize(20).first().isEqualTo("task 0");
    assertThat(done).last().isEqualTo("task 19");
  }

  @Test
  void whoWaitsIsToldThatItTakesLonger() {
    worker.soon(RIVERSIDE, this::untilAnswered);

    assertThat(worker.within(Duration.ofMillis(1), RIVERSIDE, () -> "let in")).isEmpty();
  }

  @Test
  void whatGoesWrongHarmsNothingThatComesAfterIt() {
    worker.soon(
        RIVERSIDE,
        () -> {
          throw new IllegalStateException("on purpose");
        });

    assertThat(worker.within(LONG, RIVERSIDE, () -> "let in")).contains("let in");
  }

  @Test
  void contractsAreVerifiedForOneAccountAfterTheOtherAndKeepNobodyFromTheCrm() {
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    for (int i = 0; i < 100; i++) {
      worker.soon(
          Worker.account(new InstallationId("a" + i)),
          () ->
              worker.oneByOne(() -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                untilAnswered();
                atOnce.decrementAndGet();
              }));
    }

    assertThat(worker.within(LONG, LAKESIDE, () -> "let in")).contains("let in");

    answered.countDown();
    assertThat(worker.isIdleWithin(LONG)).isTrue();
    assertThat(most).hasValue(1);
  }
}
