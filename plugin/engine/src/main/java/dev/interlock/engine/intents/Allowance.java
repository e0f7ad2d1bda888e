package dev.interlock.engine.intents;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// How many calls one installation may begin: so many at once, and so many in a second afterwards.
/// Where several processes work for one installation, the store would keep the count.
public final class Allowance {
  private final int most;
  private final DoubleSupplier perSecond;
  private double left;
  private Optional<Instant> counted = Optional.empty();

  public Allowance(int most, double perSecond) {
    this(most, () -> perSecond);
  }

  /// @param perSecond may say something else each time
  public Allowance(int most, DoubleSupplier perSecond) {
    this.most = most;
    this.perSecond = perSecond;
    this.left = most;
  }

  /// Takes one, if there is one.
  ///
  /// @return empty when taken; otherwise when there will be one
  public synchronized Optional<Instant> take(Instant now) {
    Instant since = counted.orElse(now);
    double rate = perSecond.getAsDouble();
    if (now.isAfter(since)) {
      double earned = Duration.between(since, now).toNanos() / 1e9 * rate;
      left = Math.min(most, left + earned);
    }
    counted = Optional.of(now);
    if (left >= 1) {
      left -= 1;
      return Optional.empty();
    }
    long nanos = (long) Math.ceil((1 - left) / rate * 1e9);
    return Optional.of(now.plusNanos(Math.max(nanos, 1_000)));
  }

  /// What was taken took so many more, which are saved up before there is one again.
  public synchronized void takeMore(int more) {
    left -= more;
  }

  /// One that was taken was not used.
  synchronized void giveBack() {
    left = Math.min(most, left + 1);
  }
}
