package dev.interlock.simulation.life;

import dev.interlock.core.run.Command;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Pace;
import dev.interlock.simulation.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Lives lives: step by step, whatever can happen next happens, and races happen more often than
/// they do in the world: an event beside silence, two events at one moment, news that come late or
/// twice, an outage.
///
/// Commands of steps fail now and then. Those of exits are carried out, since an exit that the CRM
/// does not let anybody keep is nobody's mistake; what others did meanwhile can break it all the
/// same.
///
/// The same seed always gives the same life. For use by several threads.
public final class RandomLife {
  private static final int WORTH_A_LOOK = 8;
  private static final int MOST_TRIES = 10;

  private final Repertoire repertoire;
  private final Openings openings;
  private final Offers offers;

  private final Optional<Assumptions> kept;

  private RandomLife(Repertoire repertoire, Optional<Assumptions> kept) {
    this.kept = kept;
    Suggestions suggestions = Suggestions.of(repertoire);
    Values values = new Values(suggestions);
    this.repertoire = repertoire;
    this.openings = new Openings(repertoire.set().operation(), values);
    this.offers = new Offers(repertoire, suggestions, values);
  }

  /// Lives with these contracts.
  public static RandomLife of(Repertoire repertoire) {
    return new RandomLife(repertoire, Optional.empty());
  }

  /// The same without what proofs take for granted not to happen.
  public RandomLife asProved() {
    return new RandomLife(repertoire, Optional.of(Assumptions.of(repertoire.set().operation())));
  }

  /// One life.
  ///
  /// @param acts about how many things happen in it
  public Lived live(long seed, int acts) {
    Chance chance = new Chance(new SplittableRandom(seed));
    Opening any = openings.any(chance);
    Opening opening = kept.map(assumptions -> assumptions.opening(any)).orElse(any);
    Life life = new Life(opening, chance);
    for (int i = 0; life.beats.size() < acts && i < MOST_TRIES * acts && life.goesOn(); i++) {
      life.next();
    }
    return new Lived(new Script(opening, Pace.STEPWISE, life.beats), life.simulation.chronicle());
  }

  private final class Life {
    private final Chance chance;
    private final Simulation simulation;
    private final Robots robots = new Robots(repertoire.set().operation());
    private final List<Beat> beats = new ArrayList<>();
    private final int silentFrom;
    private int heard;
    private boolean over;

    Life(Opening opening, Chance chance) {
      this.chance = chance;
      this.silentFrom = chance.percent(35) ? 2 + chance.source().nextInt(30) : Integer.MAX_VALUE;
      this.simulation = Simulation.of(repertoire, opening, Pace.STEPWISE);
    }

    boolean goesOn() {
      return !over;
    }

    void next() {
      List<Run> underWay = simulation.underWay();
      List<Run> commanded =
          underWay.stream().filter(run -> simulation.command(run).isPresent()).toList();
      if (!commanded.isEmpty() && chance.percent(60)) {
        play(shortly(), ends(chance.oneOf(commanded)));
        return;
      }
      Optional<Instant> alarm = Offers.nextAlarm(simulation);
      if (alarm.isPresent() && chance.percent(commanded.isEmpty() ? 35 : 10)) {
        play(Duration.ZERO, fires(underWay, alarm.get()));
        return;
      }
      world(alarm);
    }

    private Act ends(Run run) {
      int nth = Offers.nth(simulation, run);
      boolean doubtful = run.standing() instanceof Standing.Doubtful;
      if (doubtful && chance.percent(70)) {
        return new Act.Settles(run.contract(), nth, chance.percent(50));
      }
      return new Act.CommandEnds(run.contract(), nth, answer(run));
    }

    private Answer answer(Run run) {
      if (!(run.standing() instanceof Standing.Commanded) || chance.percent(90)) {
        return Answer.DONE;
      }
      boolean says =
          simulation.command(run).filter(one -> one.doing() instanceof Command.Say).isPresent();
      return chance.oneOf(
          says
              ? List.of(Answer.REFUSED, Answer.BLOCKED, Answer.IN_DOUBT)
              : List.of(Answer.REFUSED, Answer.IN_DOUBT));
    }

    private Act fires(List<Run> underWay, Instant first) {
      List<Run> waiting =
          underWay.stream()
              .filter(run -> run.standing().alarm().isPresent())
              .filter(run -> isFirst(run, first) || chance.percent(WORTH_A_LOOK))
              .toList();
      Run run = chance.oneOf(waiting);
      return new Act.TimerFires(run.contract(), Offers.nth(simulation, run));
    }

    private static boolean isFirst(Run run, Instant first) {
      return run.standing().alarm().filter(first::equals).isPresent();
    }

    private void world(Optional<Instant> alarm) {
      if (!simulation.isContactThere()) {
        play(after(alarm), new Act.Passes());
        return;
      }
      List<Act> acts = acts();
      Duration after = after(alarm);
      for (Act act : acts) {
        if (!over) {
          play(after, delivered(act));
          after = Duration.ZERO;
        }
      }
      if (chance.percent(2) && !over && !beats.isEmpty()) {
        again();
      }
    }

    private List<Act> acts() {
      if (robots.areThere() && chance.percent(12)) {
        return robots.any(simulation, chance);
      }
      return beats.size() < silentFrom ? offers.any(simulation, chance) : List.of(new Act.Passes());
    }

    private void again() {
      int back = 1 + chance.source().nextInt(3);
      if (simulation.heard() >= back) {
        play(shortly(), new Act.HeardAgain(back));
      }
    }

    private Act delivered(Act act) {
      return kept.isEmpty() && !(act instanceof Act.Passes) && chance.percent(WORTH_A_LOOK)
          ? new Act.HeardLate(act, chance.upTo(Duration.ofMinutes(40)).plusSeconds(1))
          : act;
    }

    /// A timer waits for nobody, so time seldom passes beyond the next one without its firing; that
    /// something happens at the very moment at which it is due is worth a look.
    private Duration after(Optional<Instant> alarm) {
      Duration after = roughly();
      if (alarm.isEmpty()) {
        return after;
      }
      Duration left = Duration.between(simulation.now(), alarm.get());
      if (left.isPositive() && chance.percent(WORTH_A_LOOK)) {
        return left;
      }
      boolean outage = chance.percent(4);
      return after.compareTo(left) <= 0 || outage
          ? after
          : left.isPositive() ? chance.upTo(left) : Duration.ZERO;
    }

    private Duration roughly() {
      int kind = chance.source().nextInt(100);
      if (kind < 45) {
        return Duration.ZERO;
      }
      if (kind < 75) {
        return shortly();
      }
      return chance.upTo(kind < 95 ? Duration.ofHours(9) : Duration.ofDays(8));
    }

    private Duration shortly() {
      return chance.upTo(Duration.ofMinutes(3));
    }

    private void play(Duration after, Act act) {
      if (kept.flatMap(assumptions -> assumptions.brokenBy(act, simulation)).isPresent()) {
        return;
      }
      Beat beat = new Beat(after, act);
      beats.add(beat);
      boolean derailed = simulation.play(beat).isPresent();
      boolean gone = !simulation.isContactThere() && simulation.underWay().isEmpty();
      over = over || derailed || gone;
      if (robots.areThere()) {
        robots.hear(simulation.factsFrom(heard));
        heard = simulation.factCount();
      }
    }
  }
}
