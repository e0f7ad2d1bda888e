package dev.interlock.simulation.life;

import java.util.List;

/// What many lives came to.
///
/// @param beats how many things happened in all of them
/// @param tripped what was broken, the most frequent first; what was only overtaken comes last, see
///   [dev.interlock.simulation.monitor.Breach]
public record Tally(int lives, long beats, List<Tripped> tripped) {
  public Tally {
    tripped = List.copyOf(tripped);
  }

  /// Whether nothing was broken that a contract can rule out.
  public boolean isClean() {
    return tripped.stream().allMatch(one -> one.breach().overtaken());
  }
}
