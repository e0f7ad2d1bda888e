package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.life.Assumptions;
import dev.interlock.simulation.life.Assumptions.Assumption;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Pace;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.prove.world.Follower.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Plays lives and lets a study follow them, and makes a life that the study misses as short as it
/// can be made by leaving beats out.
final class Trial {
  private final Follower follower;
  private final ContractSet set;
  private final Repertoire repertoire;
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

  Trial(Study study) {
    this.follower = new Follower(study);
    this.set = study.set();
    this.repertoire = Repertoire.of(set);
  }

  /// How many moments were what to the model.
  Map<Verdict, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /// Plays the life with more beginnings in it.
  ///
  /// @return what the study missed of it, as short as can be; empty where it missed nothing
  Optional<String> missed(Script life) {
    Random lot = new Random(life.beats().size());
    List<Beat> beats = new ArrayList<>();
    for (Beat beat : life.beats()) {
      if (lot.nextInt(6) == 0) {
        var any = set.contracts().get(lot.nextInt(set.contracts().size())).id();
        beats.add(new Beat(Duration.ofMinutes(lot.nextInt(3)), new Act.StartedByHand(any)));
      }
      beats.add(beat);
    }
    Opening opening = Assumptions.of(set.operation()).opening(life.opening());
    Optional<Missed> missed = played(opening, beats, counts);
    return missed.map(one -> shortest(opening, one).words());
  }

  /// @param beats those that were played
  private record Missed(List<Beat> beats, List<Sight> sights, List<String> story) {
    String words() {
      StringBuilder words = new StringBuilder("no state of the model looks like the end of this:");
      beats.forEach(beat -> words.append("\n  ").append(beat));
      story.forEach(line -> words.append("\n    ").append(line));
      sights.forEach(sight -> words.append("\n  seen: ").append(sight));
      return words.toString();
    }
  }

  private Missed shortest(Opening opening, Missed missed) {
    Missed best = missed;
    for (int i = best.beats().size() - 1; i >= 0; i--) {
      if (i < best.beats().size()) {
        List<Beat> fewer = new ArrayList<>(best.beats());
        Beat gone = fewer.remove(i);
        if (i < fewer.size()) {
          Beat next = fewer.get(i);
          fewer.set(i, new Beat(next.after().plus(gone.after()), next.act()));
        }
        best = played(opening, fewer, new EnumMap<>(Verdict.class)).orElse(best);
      }
    }
    return best;
  }

  private Optional<Missed> played(
      Opening opening, List<Beat> beats, Map<Verdict, Integer> counted) {
    Assumptions assumptions = Assumptions.of(set.operation());
    Simulation life = Simulation.of(repertoire, opening, Pace.STEPWISE);
    Follower.Following following = follower.follow(life);
    List<Beat> played = new ArrayList<>();
    for (Beat beat : beats) {
      Act act = beat.act() instanceof Act.HeardLate(var inTime, _) ? inTime : beat.act();
      if (assumptions.brokenBy(act, life).filter(Trial::isLeftOut).isPresent()) {
        continue;
      }
      Beat prompt = new Beat(beat.after(), act);
      life.play(prompt);
      played.add(prompt);
      Verdict verdict = following.next();
      counted.merge(verdict, 1, Integer::sum);
      switch (verdict) {
        case FOLLOWS, REACHABLE -> {}
        case MISSED -> {
          return Optional.of(new Missed(played, following.sights(), life.chronicle().story()));
        }
      }
    }
    return Optional.empty();
  }

  /// That exits take their time makes no difference to what can come about.
  private static boolean isLeftOut(Assumption broken) {
    return broken != Assumption.EXITS_ARE_QUICK;
  }
}
