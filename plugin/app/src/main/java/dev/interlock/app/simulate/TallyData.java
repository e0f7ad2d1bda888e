package dev.interlock.app.simulate;

import dev.interlock.app.simulate.PlayedData.BreachData;
import dev.interlock.simulation.life.Tally;
import dev.interlock.simulation.life.Tripped;
import dev.interlock.simulation.script.ScriptData;
import java.util.List;
import java.util.Map;

/// What many lives came to, for machines.
///
/// @param ok whether no rule was broken that a contract can keep
public record TallyData(boolean ok, int lives, long seed, long beats, List<TrippedData> tripped) {
  public TallyData {
    tripped = List.copyOf(tripped);
  }

  /// The same as data.
  public static TallyData of(Tally tally, long seed) {
    return new TallyData(
        tally.isClean(),
        tally.lives(),
        seed,
        tally.beats(),
        tally.tripped().stream().map(TrippedData::of).toList());
  }

  /// A rule that was broken, in how many lives, and the shortest story of it.
  public record TrippedData(
      int lives, long seed, BreachData breach, List<String> story, Map<String, Object> script) {
    public TrippedData {
      story = List.copyOf(story);
    }

    private static TrippedData of(Tripped tripped) {
      return new TrippedData(
          tripped.lives(),
          tripped.seed(),
          BreachData.of(tripped.breach()),
          tripped.story(),
          ScriptData.write(tripped.shortest()));
    }
  }
}
