package dev.interlock.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  @Test
  void aStandingClockMovesWhenToldAndNeverBack() {
    var clock = SandboxClock.standingAt(NOON);
    var told = new AtomicInteger();
    clock.whenMoved(told::incrementAndGet);

    clock.advanceBy(Duration.ofHours(1));
    clock.advanceTo(NOON);

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3600));
    assertThat(clock.isRunning()).isFalse();
    assertThat(told).hasValue(1);
  }

  @Test
  void aRunningClockPassesTenMinutesInASecond() {
    var life = new AtomicReference<>(NOON);
    var clock = SandboxClock.runningFrom(NOON, NOON, 600, life::get);

    life.set(NOON.plusSeconds(1));

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(600));
    assertThat(clock.realTimeUntil(NOON.plusSeconds(1200))).isEqualTo(Duration.ofSeconds(1));
    assertThat(clock.realTimeUntil(NOON)).isZero();
  }

  @Test
  void aRunningClockCanJumpAheadAndRunsOnFromThere() {
    var life = new AtomicReference<>(NOON);
    var clock = SandboxClock.runningFrom(NOON, NOON, 60, life::get);

    clock.advanceBy(Duration.ofHours(2));
    life.set(NOON.plusSeconds(1));

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(2 * 3600 + 60));
  }

  @Test
  void twoClocksWithTheSameOriginReadTheSame() {
    var life = new AtomicReference<>(NOON.plusSeconds(77));
    var one = SandboxClock.runningFrom(NOON, NOON, 600, life::get);
    var other = SandboxClock.runningFrom(NOON, NOON, 600, life::get);

    assertThat(one.instant()).isEqualTo(other.instant());
  }

  @Test
  void aFactorOfZeroIsRefused() {
    assertThatThrownBy(() -> SandboxClock.runningFrom(NOON, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("standingAt");
  }
}
