package dev.interlock.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.wiring.Watch;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  @TempDir private Path folder;

  @Test
  @Timeout(60)
  void looksAgainAndAgainAlsoWhenALookFails() throws InterruptedException {
    var looks = new CountDownLatch(3);
    var gate =
        new Gate(folder.resolve("gone"), new Failing(looks), () -> LocalDate.of(2026, 11, 2));

    try (var watch = Watch.start(gate::look, Optional.of(Duration.ofMillis(1)))) {
      assertThat(watch).isNotNull();
      assertThat(looks.await(50, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  @Timeout(60)
  void looksOnceWhereItIsNotToLookAgain() throws InterruptedException {
    var looks = new CountDownLatch(1);
    var gate =
        new Gate(folder.resolve("gone"), new Failing(looks), () -> LocalDate.of(2026, 11, 2));

    try (var watch = Watch.start(gate::look, Optional.empty())) {
      assertThat(watch).isNotNull();
      assertThat(looks.await(50, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatIsClosedBeforeItsFirstLookNeverLooks() {
    var looks = new CountDownLatch(1);

    Watch.later(Duration.ofDays(1), looks::countDown, Optional.empty()).close();
    Watch.asking("drift", Duration.ofDays(1), looks::countDown, Optional.empty()).close();

    assertThat(looks.getCount()).isEqualTo(1);
  }

  /// Counts how often it is asked, and never knows.
  private record Failing(CountDownLatch looks) implements Live {
    @Override
    public Running running() {
      looks.countDown();
      throw new IllegalStateException("the store is gone");
    }

    @Override
    public Optional<String> goLive(ContractSet set, Report report) {
      return Optional.empty();
    }

    @Override
    public void found(Report report) {}

    @Override
    public void tell(Optional<String> notice) {}
  }

  @Test
  void whoeverAsksSomebodyIsNotInterruptedWhenItEnds() throws Exception {
    var asking = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    var wasInterrupted = new AtomicBoolean();
    var watch =
        Watch.asking(
            "drift",
            Duration.ZERO,
            () -> {
              asking.countDown();
              try {
                answered.await();
              } catch (InterruptedException stopped) {
                wasInterrupted.set(true);
              }
            },
            Optional.empty());
    asking.await();

    var closing = Thread.ofPlatform().start(watch::close);
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    answered.countDown();
    closing.join();

    assertThat(wasInterrupted).isFalse();
  }
}
