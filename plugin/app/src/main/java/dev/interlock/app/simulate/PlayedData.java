package dev.interlock.app.simulate;

import dev.interlock.simulation.Played;
import dev.interlock.simulation.monitor.Breach;
import java.util.List;

/// What playing a story came to, for machines.
///
/// @param ok whether it was played to its end and broke no rule that a contract can keep
/// @param derailed why it could not be played to its end; empty when it was
public record PlayedData(
    boolean ok, String derailed, List<String> story, List<BreachData> breaches) {
  public PlayedData {
    story = List.copyOf(story);
    breaches = List.copyOf(breaches);
  }

  /// The same as data.
  public static PlayedData of(Played played, List<Breach> breaches) {
    String derailed =
        switch (played) {
          case Played.Derailed(var beat, var why, _) -> "beat " + (beat + 1) + ": " + why;
          case Played.Whole _ -> "";
        };
    return new PlayedData(
        derailed.isEmpty() && breaches.stream().allMatch(Breach::overtaken),
        derailed,
        played.chronicle().story(),
        breaches.stream().map(BreachData::of).toList());
  }

  /// A rule that was broken.
  public record BreachData(
      String rule, List<String> parties, String at, String message, boolean overtaken) {
    public BreachData {
      parties = List.copyOf(parties);
    }

    static BreachData of(Breach breach) {
      return new BreachData(
          breach.rule(), breach.parties(), breach.at(), breach.words(), breach.overtaken());
    }
  }
}
