package dev.interlock.sandbox.deviation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The ways in which a sandbox was asked to differ from the description, and how often anybody has
/// run into each of them. Thread-safe.
public final class Deviating {
  private final Set<Deviation> ways;
  private final Map<Deviation, Long> met = new EnumMap<>(Deviation.class);

  private Deviating(Set<Deviation> ways) {
    this.ways = Set.copyOf(ways);
  }

  /// In these ways, none of which anybody has met yet.
  public static Deviating in(Set<Deviation> ways) {
    return new Deviating(ways);
  }

  /// All of them.
  public Set<Deviation> ways() {
    return ways;
  }

  /// Whether it was asked for.
  public boolean has(Deviation way) {
    return ways.contains(way);
  }

  /// Something was told or answered otherwise than described.
  public synchronized void met(Deviation way) {
    met.merge(way, 1L, Long::sum);
  }

  /// How often each that was asked for was met; 0 for one that nobody has met.
  public synchronized Map<Deviation, Long> counts() {
    var counts = new EnumMap<Deviation, Long>(Deviation.class);
    ways.forEach(way -> counts.put(way, met.getOrDefault(way, 0L)));
    return counts;
  }

  @Override
  public String toString() {
    return "Deviating" + counts();
  }
}
