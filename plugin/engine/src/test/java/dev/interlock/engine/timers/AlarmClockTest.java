package dev.interlock.engine.timers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.engine.work.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmClockTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final AtomicReference<Optional<Instant>> next = new AtomicReference<>(Optional.empty());
  private final Semaphore rings = new Semaphore(0);
  private final Semaphore looks = new Semaphore(0);
  private final AlarmClock clock =
      new AlarmClock(new Time(now::get), this::nextAfter, rings::release);

  private Optional<Instant> nextAfter(Instant moment) {
    looks.release();
    return next.get().filter(moment::isBefore);
  }

  @AfterEach
  void stop() {
    clock.close();
  }

  private static boolean happens(Semaphore what) throws InterruptedException {
    return what.tryAcquire(30, TimeUnit.SECONDS);
  }

  @Test
  void itRingsForWhatFellDueBeforeItStarted() throws InterruptedException {
    clock.start();

    assertThat(happens(rings)).isTrue();
  }

  @Test
  void itRingsWhenTheTimeIsMoved() throws InterruptedException {
    clock.start();
    happens(rings);
    happens(looks);

    now.set(NOON.plusSeconds(3600));
    clock.moved();

    assertThat(happens(rings)).isTrue();
  }

  @Test
  void anEarlierAlarmIsTakenNoteOfWithoutRinging() throws InterruptedException {
    clock.start();
    happens(rings);
    happens(looks);

    next.set(Optional.of(NOON.plusSeconds(1)));
    clock.set(NOON.plusSeconds(1));

    assertThat(happens(looks)).isTrue();
    assertThat(rings.availablePermits()).isZero();
  }

  @Test
  void anAlarmThatIsSetWhenItsMomentHasPassedRingsAtOnce() throws InterruptedException {
    clock.start();
    happens(rings);
    happens(looks);

    clock.set(NOON.minusSeconds(1));

    assertThat(happens(rings)).isTrue();
  }

  @Test
  void whatFellDueWhileItLookedIsRungFor() throws InterruptedException {
    next.set(Optional.of(NOON.plusSeconds(1)));
    clock.start();
    happens(rings);
    happens(looks);

    now.set(NOON.plusSeconds(2));
    clock.set(NOON.plusSeconds(3));
    next.set(Optional.of(NOON.plusSeconds(1)));

    assertThat(happens(rings)).isTrue();
  }

  /// Nobody says so, and nothing else happens.
  @Test
  void aClockThatWasSetBackByAMonthIsNoticedSoon() throws InterruptedException {
    try (var calm =
        new AlarmClock(
            new Time(now::get), this::nextAfter, rings::release, Duration.ofMillis(20))) {
      calm.start();
      happens(rings);
      happens(looks);

      now.set(NOON.minus(Duration.ofDays(30)));

      assertThat(happens(rings)).isTrue();
    }
  }

  @Test
  void aStoreThatCannotBeAskedDoesNotStopIt() throws InterruptedException {
    var failing =
        new AlarmClock(
            new Time(now::get),
            _ -> {
              looks.release();
              throw new IllegalStateException("no store");
            },
            rings::release);
    failing.start();
    happens(looks);
    failing.moved();

    assertThat(happens(looks)).isTrue();
    failing.close();
  }

  @Test
  void itNeverRingsOnceItIsClosed() throws InterruptedException {
    clock.start();
    happens(rings);
    clock.close();

    clock.moved();

    assertThat(rings.availablePermits()).isZero();
  }
}
