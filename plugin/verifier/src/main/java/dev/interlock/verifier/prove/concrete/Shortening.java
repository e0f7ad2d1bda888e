package dev.interlock.verifier.prove.concrete;

import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.prove.world.WorldActs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Leaves out of a script whatever the witness can do without: beats, what is out of the ordinary
/// about the contact, and words that would mean more than an answer.
record Shortening(Repertoire repertoire, Witness witness) {

  Script shortest(Script script) {
    Script best = script;
    Optional<Script> shorter = shorter(best);
    while (shorter.isPresent()) {
      best = shorter.get();
      shorter = shorter(best);
    }
    return best;
  }

  private Optional<Script> shorter(Script script) {
    return Stream.of(withFewerBeats(script), withAnotherOpening(script), withPlainWords(script))
        .flatMap(candidates -> candidates)
        .filter(candidate -> played(candidate).flatMap(witness::sees).isPresent())
        .findFirst();
  }

  private static Stream<Script> withFewerBeats(Script script) {
    List<Script> candidates = new ArrayList<>();
    for (int i = script.beats().size() - 1; i >= 0; i--) {
      List<Beat> fewer = new ArrayList<>(script.beats());
      fewer.remove(i);
      if (i == 0 && !fewer.isEmpty()) {
        fewer.set(0, Beat.now(fewer.getFirst().act()));
      }
      candidates.add(script.with(fewer));
    }
    return candidates.stream();
  }

  private static Stream<Script> withAnotherOpening(Script script) {
    return Plainer.than(script.opening())
        .filter(opening -> !opening.equals(script.opening()))
        .map(opening -> new Script(opening, script.pace(), script.beats()));
  }

  private static Stream<Script> withPlainWords(Script script) {
    return IntStream.range(0, script.beats().size())
        .boxed()
        .flatMap(i ->
            script.beats().get(i).act() instanceof Act.Writes(var channel, var text)
                    && text.equals(WorldActs.OPT_OUT)
                ? Stream.of(with(script, i, new Act.Writes(channel, WorldActs.AN_ANSWER)))
                : Stream.empty());
  }

  private static Script with(Script script, int at, Act act) {
    List<Beat> beats = new ArrayList<>(script.beats());
    beats.set(at, new Beat(beats.get(at).after(), act));
    return script.with(beats);
  }

  /// The story of the script; empty when it cannot be played to its end.
  Optional<Simulation> played(Script script) {
    Simulation story = Simulation.of(repertoire, script.opening(), script.pace());
    for (Beat beat : script.beats()) {
      if (story.play(beat).isPresent()) {
        return Optional.empty();
      }
    }
    return Optional.of(story);
  }
}
