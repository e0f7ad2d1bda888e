package dev.interlock.bench.job;

import java.time.Duration;

/// How much is done.
///
/// @param round runs that are sent at once, before anything is measured
/// @param warmUp how long such rounds are sent; at least one is
/// @param most runs that are measured, on a machine that is quick
/// @param seconds that measuring them is to take, on any other
/// @param limit how long each limit of the machine is measured
record Extent(int round, Duration warmUp, int most, int seconds, Duration limit) {
  static final Extent QUICK =
      new Extent(2_000, Duration.ofSeconds(12), 10_000, 8, Duration.ofSeconds(1));
  static final Extent USUAL =
      new Extent(2_000, Duration.ofSeconds(60), 30_000, 20, Duration.ofSeconds(3));

  Extent withWarmUp(int runs) {
    return new Extent(runs, Duration.ZERO, most, seconds, limit);
  }

  int runs(double perSecond) {
    return (int) Math.clamp(perSecond * seconds, 100, most);
  }
}
