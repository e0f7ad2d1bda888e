package dev.interlock.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The time that the sandbox and everything around it share.
///
/// A *standing* clock moves only when it is told to, so that a driver can pass three days in
/// seconds and get the same story each time. A *running* clock moves by itself, at a factor: 600
/// makes ten minutes of every second. Two processes that are given the same start, origin and
/// factor read the same time without talking to each other.
///
/// Safe for use by several threads. Time never goes back.
public final class SandboxClock implements InstantSource {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final InstantSource life;
  private final Instant origin;
  private final double factor;
  private Instant base;

  private SandboxClock(Instant base, InstantSource life, Instant origin, double factor) {
    this.base = base;
    this.life = life;
    this.origin = origin;
    this.factor = factor;
  }

  /// A clock that stands at the given time until [#advanceTo(Instant)].
  public static SandboxClock standingAt(Instant start) {
    return new SandboxClock(start, InstantSource.fixed(start), start, 0);
  }

  /// A clock that shows `start` now and runs `factor` times as fast as life.
  public static SandboxClock runningFrom(Instant start, double factor) {
    return runningFrom(start, Instant.now(), factor);
  }

  /// A clock that showed `start` at the real time `origin`; to be shared by several processes.
  public static SandboxClock runningFrom(Instant start, Instant origin, double factor) {
    return runningFrom(start, origin, factor, InstantSource.system());
  }

  static SandboxClock runningFrom(
      Instant start, Instant origin, double factor, InstantSource life) {
    if (factor <= 0) {
      throw new IllegalArgumentException(
          "factor " + factor + " is not above 0; use standingAt for a clock that stands");
    }
    return new SandboxClock(start, life, origin, factor);
  }

  /// The clock on the wall.
  public static SandboxClock real() {
    var now = Instant.now();
    return runningFrom(now, now, 1);
  }

  @Override
  public synchronized Instant instant() {
    if (factor == 0) {
      return base;
    }
    var lived = Duration.between(origin, life.instant());
    return base.plusMillis(Math.round(lived.toMillis() * factor));
  }

  /// Whether time passes by itself.
  public boolean isRunning() {
    return factor > 0;
  }

  /// Jumps to a time; does nothing when it is already later.
  public void advanceTo(Instant target) {
    synchronized (this) {
      var now = instant();
      if (!target.isAfter(now)) {
        return;
      }
      base = base.plus(Duration.between(now, target));
    }
    listeners.forEach(Runnable::run);
  }

  /// Jumps ahead by a span of time.
  public void advanceBy(Duration span) {
    advanceTo(instant().plus(span));
  }

  /// Has someone told, on the thread that moved it, whenever the clock has jumped.
  public void whenMoved(Runnable listener) {
    listeners.add(listener);
  }

  /// How long a sleeper has to wait in real life until this clock shows a time; zero when it does.
  /// A standing clock answers with an hour, since only a jump will get it there.
  public Duration realTimeUntil(Instant target) {
    var left = Duration.between(instant(), target);
    if (left.isNegative() || left.isZero()) {
      return Duration.ZERO;
    }
    if (!isRunning()) {
      return Duration.ofHours(1);
    }
    return Duration.ofMillis((long) Math.ceil(left.toMillis() / factor));
  }
}
