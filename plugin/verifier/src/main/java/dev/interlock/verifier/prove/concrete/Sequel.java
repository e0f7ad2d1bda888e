package dev.interlock.verifier.prove.concrete;

import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.Who;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Goes on with a story in which two runs are inside one contact until both have written to them:
/// that is what somebody who hears the story waits for.
record Sequel(Repertoire repertoire) {
  private static final int MOST_BEATS = 12;

  /// The script that goes on; the same one where it does not come to that soon.
  Script of(Script script) {
    Simulation story = Simulation.of(repertoire, script.opening(), script.pace());
    List<Beat> beats = new ArrayList<>(script.beats());
    beats.forEach(story::play);
    for (int i = 0; i < MOST_BEATS; i++) {
      if (tellers(story).size() > 1) {
        return script.with(beats);
      }
      Optional<Beat> next = next(story);
      if (next.isEmpty() || story.play(next.get()).isPresent()) {
        return script;
      }
      beats.add(next.get());
    }
    return script;
  }

  private static Set<RunId> tellers(Simulation story) {
    return story.chronicle().facts().stream()
        .flatMap(dated ->
            dated.fact() instanceof Fact.Sent sent ? sent.by().run().stream() : Stream.empty())
        .map(Who::run)
        .collect(Collectors.toSet());
  }

  private static Optional<Beat> next(Simulation story) {
    Set<RunId> told = tellers(story);
    return story.underWay().stream()
        .filter(run -> !told.contains(run.id()))
        .flatMap(run -> NextBeat.of(story, run).stream())
        .findFirst();
  }
}
