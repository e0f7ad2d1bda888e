package dev.interlock.simulation.life;

import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.script.Script;
import java.util.List;

/// A rule that was broken in some lives, by the same parties at the same place.
///
/// @param lives in how many
/// @param seed of the first of them
/// @param shortest the shortest story found in which it is broken
/// @param breach as it is broken in that story
/// @param story that story in words
public record Tripped(int lives, long seed, Script shortest, Breach breach, List<String> story) {
  public Tripped {
    story = List.copyOf(story);
  }
}
