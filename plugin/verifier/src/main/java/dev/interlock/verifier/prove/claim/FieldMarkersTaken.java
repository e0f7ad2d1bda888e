package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Step;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A field that a contract fills and empties again, its own marker, is left filled by no exit that
/// does not promise a value for it. What others wrote meanwhile is theirs.
public final class FieldMarkersTaken implements Property {
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
        .flatMap(seat -> markers(seat.contract()).stream())
        .forEach(field -> study.account().track(new Attribute.Field(field)));
  }

  /// Fields that a step of the contract fills and another of its steps or exits empties.
  private static Set<FieldName> markers(Contract contract) {
    Set<FieldName> emptied =
        Stream.concat(
                StepTree.steps(contract)
                    .flatMap(step ->
                        step instanceof Step.Act(_, Action.ClearField(var field), _, _, _)
                            ? Stream.of(field)
                            : Stream.empty()),
                contract.exits().stream()
                    .flatMap(exit -> exit.leaves().stream())
                    .flatMap(leaves ->
                        leaves instanceof Leaves.FieldSet(var field, var value) && value.isBlank()
                            ? Stream.of(field)
                            : Stream.empty()))
            .collect(Collectors.toSet());
    return StepTree.steps(contract)
        .flatMap(step ->
            step instanceof Step.Act(_, Action.SetField(var field, var value), _, _, _)
                    && !value.isBlank()
                ? Stream.of(field)
                : Stream.empty())
        .filter(emptied::contains)
        .collect(Collectors.toSet());
  }

  private static Variable filled(Seat seat, FieldName field) {
    return Variable.flag(seat.id() + " filled " + field);
  }

  @Override
  public Machine<Event> remembering(Study study, Machine<Event> machine) {
    Machine<Event> remembering = machine;
    for (Seat seat : Steps.seats(study).toList()) {
      for (FieldName field : markers(seat.contract())) {
        Variable filled = filled(seat, field);
        remembering = Ghost.in(remembering, filled, event -> changes(seat, field, filled, event));
      }
    }
    return remembering;
  }

  private static List<Assignment> changes(
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

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study)
        .flatMap(seat ->
            markers(seat.contract()).stream().flatMap(field -> claims(study, machine, seat, field)))
        .toList();
  }

  private Stream<Claim> claims(Study study, Machine<Event> machine, Seat seat, FieldName field) {
    Variable its = study.account().track(new Attribute.Field(field));
    return Steps.leaving(machine, seat)
        .map(leaving -> {
          Exit exit = seat.contract().exit(leaving.what().exit()).orElseThrow();
          boolean promised =
              exit.leaves().stream()
                  .anyMatch(
                      leaves -> leaves instanceof Leaves.FieldSet(var one, _) && one.equals(field));
          return Claim.Never.move(
              Subject.exit(
                  rule(),
                  seat.contract(),
                  exit,
                  "exit *%s* can leave a value in the field *%s*, which the contract empties elsewhere"
                      .formatted(exit.name(), field),
                  "say exit(\"%s\", %s).leaves(field(\"%s\", \"\")), or let the exit promise a value."
                      .formatted(exit.name(), exit.kind().name(), field)),
              promised
                  ? Predicate.never()
                  : its.is(EMPTY)
                      .not()
                      .given(leaving.move().updates())
                      .and(filled(seat, field).holds()),
              leaving.move());
        });
  }
}
