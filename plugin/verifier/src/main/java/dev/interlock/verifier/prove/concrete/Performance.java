package dev.interlock.verifier.prove.concrete;

import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Pace;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One attempt to play a course of the model on the core, move by move. What the core does by
/// itself needs no beat; where it waits for a command or for time, a beat brings it on.
final class Performance {
  private static final int LONGEST_EXIT = 60;

  private final Casting casting;
  private final Opening opening;
  private final Simulation simulation;
  private final List<Beat> beats = new ArrayList<>();
  private boolean derailed;

  Performance(Repertoire repertoire, Casting casting, Opening opening) {
    this.casting = casting;
    this.opening = opening;
    this.simulation = Simulation.of(repertoire, opening, Pace.STEPWISE);
  }

  boolean isDerailed() {
    return derailed;
  }

  Script script() {
    return new Script(opening, Pace.STEPWISE, beats);
  }

  Chronicle chronicle() {
    return simulation.chronicle();
  }

  Simulation simulation() {
    return simulation;
  }

  /// Plays what the move stands for.
  void play(Event event) {
    switch (event) {
      case Event.Acts(var act) -> beat(Duration.ZERO, cast(act.script()));
      case Event.Drifts(Attribute.Diary _, _) ->
          beat(casting.ahead().plusHours(2), new Act.Passes());
      case Event.Drifts _ -> {}
      case Event.TimePasses(var span) -> beat(span.plusMinutes(1), new Act.Passes());
      case Event.Does(var seat, var place, var way, _, _) -> does(seat, place, way);
      case Event.Leaves(var seat, var place, _, _) -> leaves(seat, place);
      case Event.Hears(var seat, _, _, Event.By.Arm _) -> finishCommand(seat);
      case Event.Hears(var seat, _, _, Event.By.Handler _) -> finishCommand(seat);
      case Event.Withdrawn(var seat) ->
          run(seat)
              .ifPresent(run ->
                  beat(Duration.ZERO, new Act.Withdraws(seat.id(), occurrence(seat, run))));
      case Event.Undelivered(var seat, _) ->
          beat(Duration.ZERO, new Act.Reports(seat.id(), Delivery.FAILED));
      case Event.Hears(_, _, _, Event.By.Nobody _), Event.Begins _, Event.Refused _ -> {}
      case Event.Queues _, Event.Displaces _, Event.Outside _ -> {}
    }
  }

  private void beat(Duration after, Act act) {
    Beat beat = new Beat(after, act);
    if (simulation.play(beat).isPresent()) {
      derailed = true;
    }
    beats.add(beat);
  }

  private Act cast(Act act) {
    return switch (act) {
      case Act.Books(var calendar, _, var by) -> new Act.Books(calendar, casting.ahead(), by);
      case Act.Reschedules _ -> new Act.Reschedules(casting.ahead());
      case Act other -> other;
    };
  }

  private Optional<Run> run(Seat seat) {
    return simulation.underWay().stream()
        .filter(run -> run.contract().equals(seat.id()))
        .filter(run -> !(run.standing() instanceof Standing.Queued))
        .skip(seat.number() - 1L)
        .findFirst();
  }

  private int occurrence(Seat seat, Run run) {
    List<Run> all =
        simulation.underWay().stream().filter(other -> other.contract().equals(seat.id())).toList();
    return all.indexOf(run) + 1;
  }

  /// The run in the seat, while it stands at the place.
  private Optional<Run> standing(Seat seat, NodeId place) {
    return run(seat).filter(run -> run.standing().place().filter(place::equals).isPresent());
  }

  private void does(Seat seat, NodeId place, Event.Way way) {
    Optional<Run> here = standing(seat, place);
    if (here.isEmpty()) {
      return;
    }
    switch (way) {
      case DONE -> ends(seat, here.get(), Answer.DONE);
      case REFUSED -> ends(seat, here.get(), Answer.REFUSED);
      case BLOCKED -> ends(seat, here.get(), Answer.BLOCKED);
      case REACHED, SILENCE -> timer(seat, here.get());
      case NO_LONGER_ADMITTED -> {
        if (here.get().standing() instanceof Standing.Held) {
          timer(seat, here.get());
        }
      }
      case PAST, GONE, CHOSEN, OTHERWISE, UNKNOWN, DRAWN -> {}
    }
  }

  private void timer(Seat seat, Run run) {
    beat(Duration.ZERO, new Act.TimerFires(seat.id(), occurrence(seat, run)));
  }

  private void ends(Seat seat, Run run, Answer answer) {
    Optional<Run> now = Optional.of(run);
    if (run.standing() instanceof Standing.Held) {
      timer(seat, run);
      now = run(seat).filter(one -> one.id().equals(run.id()));
    }
    now.filter(one -> simulation.command(one).isPresent())
        .ifPresent(one ->
            beat(Duration.ZERO, new Act.CommandEnds(seat.id(), occurrence(seat, one), answer)));
  }

  /// What a run was told while a command was under way it hears when the command has ended.
  private void finishCommand(Seat seat) {
    run(seat)
        .filter(run -> run.standing() instanceof Standing.Commanded)
        .ifPresent(run -> ends(seat, run, Answer.DONE));
  }

  private void leaves(Seat seat, NodeId place) {
    Optional<Run> leaving = run(seat);
    if (leaving.isEmpty()) {
      return;
    }
    for (int i = 0; i < LONGEST_EXIT && !derailed; i++) {
      Optional<Run> now =
          simulation.underWay().stream()
              .filter(run -> run.id().equals(leaving.get().id()))
              .findFirst();
      if (now.isEmpty() || simulation.command(now.get()).isEmpty()) {
        return;
      }
      boolean elsewhere = now.get().standing().place().filter(at -> !at.equals(place)).isPresent();
      if (elsewhere) {
        return;
      }
      beat(Duration.ZERO, new Act.CommandEnds(seat.id(), occurrence(seat, now.get()), Answer.DONE));
    }
  }
}
