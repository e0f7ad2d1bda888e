package dev.interlock.verifier.prove.concrete;

import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.FieldName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
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
import dev.interlock.verifier.prove.world.Account;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One attempt to play a course of the model on the core, move by move. What the core does by
/// itself needs no beat; where it waits for a command or for time, a beat brings it on.
///
/// What comes while a command is under way, the core keeps until it has ended. When that is, the
/// tempo says.
final class Performance {
  private static final int LONGEST_EXIT = 60;
  private static final Duration A_MOMENT = Duration.ofMinutes(1);
  private static final Duration A_WHILE = Duration.ofMinutes(5);

  private final Study study;
  private final Casting casting;
  private final Opening opening;
  private final Simulation simulation;
  private final List<Beat> beats = new ArrayList<>();
  private final Tempo tempo;
  private final Map<Seat, Answer> owed = new LinkedHashMap<>();
  private boolean derailed;

  Performance(Repertoire repertoire, Study study, Casting casting, Opening opening, Tempo tempo) {
    this.tempo = tempo;
    this.study = study;
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

  /// Plays what is left to be played.
  void end() {
    List.copyOf(owed.keySet()).forEach(this::settle);
  }

  /// Lets whoever is leaving make their promises true one by one, all but the last of each, until
  /// it is enough.
  void leaveTogether(BooleanSupplier enough) {
    List<RunId> leaving =
        simulation.underWay().stream()
            .filter(run -> run.standing() instanceof Standing.Closing)
            .map(Run::id)
            .toList();
    for (RunId one : leaving.reversed()) {
      while (!derailed && !enough.getAsBoolean()) {
        Optional<Run> now =
            simulation.underWay().stream().filter(run -> run.id().equals(one)).findFirst();
        if (now.isEmpty()
            || !(now.get().standing() instanceof Standing.Closing closing)
            || closing.open().size() < 2) {
          break;
        }
        beat(
            Duration.ZERO,
            new Act.CommandEnds(now.get().contract(), occurrence(now.get()), Answer.DONE));
      }
    }
  }

  private int occurrence(Run run) {
    return simulation.underWay().stream()
            .filter(other -> other.contract().equals(run.contract()))
            .toList()
            .indexOf(run)
        + 1;
  }

  /// Lets the CRM do whatever it was told, until nobody waits for it: a story that breaks off in
  /// the middle of a breath is hard to judge.
  void runOut() {
    for (int i = 0; i < LONGEST_EXIT && !derailed; i++) {
      Optional<Run> busy =
          simulation.underWay().stream()
              .filter(run -> simulation.command(run).isPresent())
              .filter(run -> !(run.standing() instanceof Standing.Doubtful))
              .findFirst();
      if (busy.isEmpty()) {
        return;
      }
      beat(
          Duration.ZERO,
          new Act.CommandEnds(busy.get().contract(), occurrence(busy.get()), Answer.DONE));
    }
  }

  /// Plays what the move stands for. A deal that would be moved back, the CRM itself does not move.
  ///
  /// @param anew whether it is about another appointment or invoice than what came before
  void play(Event event, boolean anew) {
    if (event instanceof Event.Withdraws(var seat)) {
      switch (tempo) {
        case PROMPT, PATIENT -> {}
        case CUT_OFF -> owed.remove(seat);
        case UNANSWERED -> owed.computeIfPresent(seat, (_, _) -> Answer.UNANSWERED);
      }
    }
    goesOn(event).ifPresent(this::settle);
    switch (event) {
      case Event.Acts(var act) -> beat(pause(), cast(act.script(), anew));
      case Event.Drifts(Attribute.Diary _, _) ->
          beat(casting.ahead().plusHours(2), new Act.Passes());
      case Event.Drifts(Attribute.Field(var field), var value) -> nears(field, value);
      case Event.Drifts _ -> {}
      case Event.GoesLive _ -> beat(pause(), new Act.GoesLive());
      case Event.TimePasses(var span) -> beat(span.plusMinutes(1), new Act.Passes());
      case Event.Does(var seat, var place, _, _, var marks) when marks.backward().isPresent() ->
          does(seat, place, Event.Way.DONE);
      case Event.Does(var seat, var place, var way, _, _) -> does(seat, place, way);
      case Event.Leaves(var seat, var place, _, _) -> leaves(seat, place);
      case Event.Hears(var seat, var place, _, Event.By.Arm _) -> finishCommand(seat, place);
      case Event.Hears(var seat, var place, _, Event.By.Handler _) -> finishCommand(seat, place);
      case Event.Withdraws(var seat) ->
          run(seat).ifPresent(run -> beat(pause(), new Act.Withdraws(seat.id(), occurrence(run))));
      case Event.Undelivered(var seat, _) -> {
        beat(Duration.ZERO, new Act.Reports(seat.id(), Delivery.FAILED));
        settle(seat);
      }
      case Event.Hears(_, _, _, Event.By.Nobody _), Event.Begins _, Event.Refused _ -> {}
      case Event.Queues _, Event.Displaces _, Event.Outside _ -> {}
    }
  }

  /// People take a while between two things, and less for what comes while something is under way.
  private Duration pause() {
    boolean amid =
        simulation.underWay().stream().anyMatch(run -> simulation.command(run).isPresent());
    if (beats.isEmpty()) {
      return Duration.ZERO;
    }
    return amid ? A_MOMENT : A_WHILE;
  }

  /// Days pass until the date in the field is as near as the model says.
  private void nears(FieldName field, int value) {
    Optional<Long> wanted =
        study
            .account()
            .tracked(new Attribute.Field(field))
            .flatMap(variable -> Account.daysAhead(variable.values().get(value)));
    Optional<Long> now = Account.daysAhead(simulation.account().field(field));
    if (wanted.isPresent() && now.isPresent()) {
      long passed = ChronoUnit.DAYS.between(opening.start(), localNow());
      long days = now.get() - passed - wanted.get();
      if (days > 0) {
        beat(Duration.ofDays(days), new Act.Passes());
      }
    }
  }

  private LocalDateTime localNow() {
    return simulation.now().atZone(opening.zone()).toLocalDateTime();
  }

  private void beat(Duration after, Act act) {
    Beat beat = new Beat(after, act);
    if (simulation.play(beat).isPresent()) {
      derailed = true;
    }
    beats.add(beat);
  }

  private Act cast(Act act, boolean anew) {
    return switch (act) {
      case Act.Books(var calendar, _, var by) -> new Act.Books(calendar, casting.ahead(), by);
      case Act.Reschedules _ -> new Act.Reschedules(casting.ahead());
      case Act.Money(var change, var invoice) when anew ->
          new Act.Money(change, "another " + invoice);
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
      case DONE -> {
        if (tempo == Tempo.PROMPT) {
          ends(seat, here.get(), Answer.DONE);
        } else {
          leave(seat, here.get());
          owed.put(seat, Answer.DONE);
        }
      }
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
    beat(Duration.ZERO, new Act.TimerFires(seat.id(), occurrence(run)));
  }

  private void ends(Seat seat, Run run, Answer answer) {
    leave(seat, run);
    run(seat)
        .filter(one -> one.id().equals(run.id()) && simulation.command(one).isPresent())
        .ifPresent(
            one -> beat(Duration.ZERO, new Act.CommandEnds(seat.id(), occurrence(one), answer)));
  }

  /// A message that is held back gets leave to go out.
  private void leave(Seat seat, Run run) {
    if (run.standing() instanceof Standing.Held) {
      timer(seat, run);
    }
  }

  /// The command of which the model says that it is done ends.
  private void settle(Seat seat) {
    Answer answer = owed.remove(seat);
    if (answer != null) {
      run(seat).ifPresent(run -> ends(seat, run, answer));
    }
  }

  /// The seat whose run does something.
  private static Optional<Seat> goesOn(Event event) {
    return switch (event) {
      case Event.Does does -> Optional.of(does.seat());
      case Event.Leaves leaves -> Optional.of(leaves.seat());
      case Event.Hears hears -> Optional.of(hears.seat());
      case Event.Displaces displaces -> Optional.of(displaces.holder());
      case Event.Withdraws withdraws -> Optional.of(withdraws.seat());
      case Event.Acts _, Event.Drifts _, Event.TimePasses _, Event.Begins _ -> Optional.empty();
      case Event.Refused _, Event.Queues _, Event.Outside _ -> Optional.empty();
      // a report that comes before the end of a later command is heard at that end
      case Event.Undelivered _, Event.GoesLive _ -> Optional.empty();
    };
  }

  /// What a run was told while a command was under way it hears when the command has ended.
  private void finishCommand(Seat seat, NodeId place) {
    standing(seat, place)
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
      beat(Duration.ZERO, new Act.CommandEnds(seat.id(), occurrence(now.get()), Answer.DONE));
    }
  }
}
