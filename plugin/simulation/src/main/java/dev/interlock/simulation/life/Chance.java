package dev.interlock.simulation.life;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Draws, all from one source, so that a seed always gives the same life.
record Chance(RandomGenerator source) {
  boolean percent(int percent) {
    return source.nextInt(100) < percent;
  }

  <T> T oneOf(List<T> some) {
    return some.get(source.nextInt(some.size()));
  }

  <T> Optional<T> oneOfAny(Collection<T> some) {
    return some.isEmpty() ? Optional.empty() : Optional.of(oneOf(new ArrayList<>(some)));
  }

  Duration upTo(Duration most) {
    return Duration.ofSeconds(source.nextLong(most.toSeconds() + 1));
  }
}
