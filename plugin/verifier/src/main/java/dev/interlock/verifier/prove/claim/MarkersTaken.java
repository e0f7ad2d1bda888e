package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.NodeId;
import dev.interlock.simulation.script.Act;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a contract marks contacts with for itself, a tag that it puts on and takes off, a field
/// that it fills and empties, a task that it makes and ticks off, is left by no exit that does not
/// say so.
///
/// A tag is there or is not, whoever wrote it last. What others wrote into a field meanwhile is
/// theirs, and so is a task that they ticked off.
public final class MarkersTaken implements Property {
  // nothing in the field is the first of its values
  private static final int EMPTY = 0;

  @Override
  public String rule() {
    return "E-EXIT-UNKEPT";
  }

  @Override
  public String reason() {
    return "What a workflow marks for itself and leaves behind by accident misleads whoever looks"
        + " later.";
  }

  @Override
  public void track(Study study) {
    Steps.seats(study)
        .flatMap(seat -> Marker.of(seat.contract()).stream())
        .forEach(marker -> attribute(marker).ifPresent(study.account()::track));
  }

  private static Optional<Attribute> attribute(Marker marker) {
    return switch (marker) {
      case Marker.OfTag(var tag) -> Optional.of(new Attribute.Tag(tag));
      case Marker.OfField(var field) -> Optional.of(new Attribute.Field(field));
      case Marker.OfTask _ -> Optional.empty();
    };
  }

  private static Variable set(Seat seat, Marker marker) {
    return Variable.flag(seat.id() + " set " + marker);
  }

  @Override
  public Machine<Event> remembering(Study study, Machine<Event> machine) {
    Machine<Event> remembering = machine;
    for (Seat seat : Steps.seats(study).toList()) {
      for (Marker marker : Marker.remembered(seat.contract())) {
        Variable set = set(seat, marker);
        remembering =
            Ghost.in(
                remembering,
                set,
                event ->
                    switch (marker) {
                      case Marker.OfField(var field) -> filling(seat, field, set, event);
                      case Marker.OfTask task -> making(study, seat, task, set, event);
                      case Marker.OfTag _ -> List.of();
                    });
      }
    }
    return remembering;
  }

  private static List<Assignment> filling(
      Seat seat, FieldName field, Variable filled, Event event) {
    return switch (event) {
      case Event.Begins(var its) when its == seat -> List.of(filled.becomes(0));
      case Event.Does(var its, _, _, _, var marks) ->
          written(marks.writes(), field)
              .map(value -> filled.becomes(its == seat && !value.isBlank() ? 1 : 0))
              .toList();
      case Event.Acts(var act) -> theirs(act.writes(), field, filled);
      case Event.Outside(_, _, var writes) -> theirs(writes, field, filled);
      case Event.Drifts(Attribute.Field(var its), _) when its.equals(field) ->
          List.of(filled.becomes(0));
      case Event _ -> List.of();
    };
  }

  private static List<Assignment> theirs(
      List<Event.Write> writes, FieldName field, Variable filled) {
    return written(writes, field).map(_ -> filled.becomes(0)).toList();
  }

  private static Stream<String> written(List<Event.Write> writes, FieldName field) {
    return writes.stream()
        .filter(write -> write.attribute().equals(new Attribute.Field(field)))
        .map(Event.Write::value)
        .limit(1);
  }

  private static List<Assignment> making(
      Study study, Seat seat, Marker.OfTask task, Variable open, Event event) {
    return switch (event) {
      case Event.Begins(var its) when its == seat -> List.of(open.becomes(0));
      case Event.Does(var its, var place, var way, _, _)
          when its == seat && way == Event.Way.DONE ->
          action(seat, place).stream()
              .flatMap(action ->
                  task.isTakenBy(action)
                      ? Stream.of(open.becomes(0))
                      : Marker.setBy(action)
                          .filter(task::equals)
                          .map(_ -> open.becomes(1))
                          .stream())
              .toList();
      case Event.Acts(var act)
          when act.script() instanceof Act.TaskTicked && isTheOnlyTask(study, seat) ->
          List.of(open.becomes(0));
      case Event _ -> List.of();
    };
  }

  private static Optional<Action> action(Seat seat, NodeId place) {
    return seat.stepAt(place)
        .flatMap(
            step -> step instanceof Step.Act act ? Optional.of(act.action()) : Optional.empty());
  }

  /// Whether a task that a colleague ticks off can be no other than the run's.
  private static boolean isTheOnlyTask(Study study, Seat seat) {
    long made =
        Steps.places(seat).entrySet().stream()
            .filter(entry -> makesTask(entry.getKey()))
            .mapToLong(entry -> entry.getValue().size())
            .sum();
    return made == 1
        && seat.contract().key() == RunKey.CONTACT
        && study.set().contracts().stream()
            .filter(other -> !other.id().equals(seat.id()))
            .flatMap(StepTree::steps)
            .noneMatch(MarkersTaken::makesTask);
  }

  private static boolean makesTask(Step step) {
    return step instanceof Step.Act(_, Action.CreateTask _, _, _, _);
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study)
        .flatMap(seat ->
            Marker.of(seat.contract()).stream()
                .flatMap(marker -> claims(study, machine, seat, marker)))
        .toList();
  }

  private Stream<Claim> claims(Study study, Machine<Event> machine, Seat seat, Marker marker) {
    return Steps.leaving(machine, seat)
        .map(leaving -> {
          Exit exit = seat.contract().exit(leaving.what().exit()).orElseThrow();
          return Claim.Never.move(
              Subject.exit(
                  rule(),
                  seat.contract(),
                  exit,
                  "exit *%s* can %s".formatted(exit.name(), marker.left()),
                  marker.help(exit)),
              marker.isKeptBy(exit, seat.contract())
                  ? Predicate.never()
                  : isSet(study, seat, marker).given(leaving.move().updates()),
              leaving.move());
        });
  }

  private static Predicate isSet(Study study, Seat seat, Marker marker) {
    Predicate own = set(seat, marker).holds();
    return switch (marker) {
      case Marker.OfTag(var tag) -> study.account().track(new Attribute.Tag(tag)).holds();
      case Marker.OfField(var field) ->
          study.account().track(new Attribute.Field(field)).is(EMPTY).not().and(own);
      case Marker.OfTask _ -> own;
    };
  }
}
