package dev.interlock.simulation.life;

import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.monitor.Monitor;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a story that breaks a rule as short as it can be made by leaving things out: beats, spans
/// of time, delays, and what the opening says. What is left breaks the same rule in the same way.
public final class Shrinking {
  private final Repertoire repertoire;
  private final Monitor monitor;
  private final Breach wanted;
  private final Permitted permitted;

  private Shrinking(Repertoire repertoire, Monitor monitor, Breach wanted) {
    this.repertoire = repertoire;
    this.monitor = monitor;
    this.wanted = wanted;
    this.permitted = new Permitted(repertoire.set().operation());
  }

  /// The shortest script found in which the same parties break the same rule at the same place; the
  /// script itself when it does not break it.
  public static Script shrink(Repertoire repertoire, Script script, Breach breach) {
    return Monitors.of(repertoire).all().stream()
        .filter(monitor -> monitor.rule().equals(breach.rule()))
        .findFirst()
        .map(monitor -> new Shrinking(repertoire, monitor, breach).shortest(script))
        .orElse(script);
  }

  private Script shortest(Script script) {
    Script best = untilBroken(script).orElse(script);
    int before;
    do {
      before = size(best);
      best = withoutBeats(best);
      best = withSimplerBeats(best);
      best = withSimplerOpening(best);
    } while (size(best) < before);
    return best;
  }

  private static int size(Script script) {
    Opening opening = script.opening();
    long late = script.beats().stream().filter(beat -> beat.act() instanceof Act.HeardLate).count();
    long spans = script.beats().stream().filter(beat -> !beat.after().isZero()).count();
    return 10 * script.beats().size()
        + (int) (late + spans)
        + opening.tags().size()
        + opening.fields().size()
        + opening.deals().size()
        + opening.visits().size();
  }

  /// The script up to the beat that breaks the rule, if any does.
  private Optional<Script> untilBroken(Script script) {
    Chronicle chronicle = Simulation.play(repertoire, script).chronicle();
    return monitor.watch(chronicle).stream()
        .filter(this::isWanted)
        .filter(_ -> permitted.is(chronicle))
        .findFirst()
        .map(breach -> script.with(script.beats().subList(0, beats(chronicle, breach))));
  }

  private boolean isWanted(Breach breach) {
    return breach.parties().equals(wanted.parties())
        && breach.at().equals(wanted.at())
        && breach.overtaken() == wanted.overtaken();
  }

  /// How many beats had been played when the rule was broken; what time brings before a beat needs
  /// that beat.
  private static int beats(Chronicle chronicle, Breach breach) {
    int played = 0;
    for (int i = 0; i < chronicle.facts().size(); i++) {
      if (chronicle.facts().get(i).fact() instanceof Fact.Played(var beat, _)) {
        played = beat + 1;
        if (i > breach.fact()) {
          return played;
        }
      }
    }
    return played;
  }

  private Script withoutBeats(Script script) {
    Script best = script;
    for (int chunk = Math.max(1, best.beats().size() / 2); chunk >= 1; chunk /= 2) {
      for (int from = best.beats().size() - chunk; from >= 0; from -= chunk) {
        int start = from;
        int end = from + chunk;
        if (end <= best.beats().size()) {
          best = untilBroken(best.with(without(best.beats(), start, end))).orElse(best);
        }
      }
    }
    return best;
  }

  /// The time that the beats took goes on to what follows them.
  private static List<Beat> without(List<Beat> beats, int from, int to) {
    Duration gone = Duration.ZERO;
    List<Beat> left = new ArrayList<>(beats.subList(0, from));
    for (Beat beat : beats.subList(from, to)) {
      gone = gone.plus(beat.after());
    }
    for (Beat beat : beats.subList(to, beats.size())) {
      left.add(new Beat(beat.after().plus(gone), beat.act()));
      gone = Duration.ZERO;
    }
    return left;
  }

  private Script withSimplerBeats(Script script) {
    Script best = script;
    for (int i = best.beats().size() - 1; i >= 0; i--) {
      for (Beat simpler :
          i < best.beats().size() ? simpler(best.beats().get(i)) : List.<Beat>of()) {
        if (i < best.beats().size()) {
          List<Beat> beats = new ArrayList<>(best.beats());
          beats.set(i, simpler);
          best = untilBroken(best.with(beats)).orElse(best);
        }
      }
    }
    return best;
  }

  private static List<Beat> simpler(Beat beat) {
    List<Beat> simpler = new ArrayList<>();
    if (!beat.after().isZero()) {
      simpler.add(Beat.now(beat.act()));
    }
    if (beat.act() instanceof Act.HeardLate(var act, _)) {
      simpler.add(new Beat(beat.after(), act));
    }
    return simpler;
  }

  private Script withSimplerOpening(Script script) {
    Script best = script;
    Opening usual = Opening.of(script.opening().firstName());
    for (Part part : Part.values()) {
      Opening opening = part.of(usual, best.opening());
      if (!opening.equals(best.opening())) {
        best = untilBroken(new Script(opening, best.pace(), best.beats())).orElse(best);
      }
    }
    return best;
  }

  /// A part of an opening that can be as usual.
  private enum Part {
    START,
    TAGS,
    FIELDS,
    ADDRESSES,
    CONSENT,
    ASSIGNEE,
    DEALS,
    VISITS;

    Opening of(Opening usual, Opening now) {
      return new Opening(
          now.firstName(),
          this == START ? usual.start() : now.start(),
          now.zone(),
          this == TAGS ? Set.of() : now.tags(),
          this == FIELDS ? Map.of() : now.fields(),
          this == ADDRESSES ? usual.addresses() : now.addresses(),
          this == CONSENT ? usual.consent() : now.consent(),
          this == ASSIGNEE ? Optional.empty() : now.assignee(),
          this == DEALS ? List.of() : now.deals(),
          this == VISITS ? List.of() : now.visits(),
          now.saysDeals(),
          now.saysAppointments());
    }
  }
}
