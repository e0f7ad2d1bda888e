package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Position;
import dev.interlock.simulation.script.By;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Event.Write;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// While a run stands, no other run and no automation changes what it wrote to something else.
public final class WritesKept implements Property {
  @Override
  public String rule() {
    return "E-WRITE-CONFLICT";
  }

  @Override
  public String reason() {
    return "A run that goes by what it wrote is led astray when another one changes it.";
  }

  /// Runs that share a lane write one after the other; what automations write, one contract alone
  /// is enough to see.
  @Override
  public boolean looksAt(ContractSet set, List<Contract> studied) {
    return studied.size() > 1
        ? !Together.areApart(studied)
        : set.operation().automations().stream()
            .anyMatch(automation -> !automation.mayWrite().isEmpty());
  }

  @Override
  public void track(Study study) {
    study
        .seats()
        .forEach(
            seat -> disputed(study, seat).forEach(attribute -> study.account().track(attribute)));
  }

  /// What the contract's steps write and another contract of the study, or an automation, writes as
  /// well.
  private static List<Attribute> disputed(Study study, Seat seat) {
    Set<Attribute> others =
        Stream.concat(
                study.seats().stream()
                    .filter(other -> other != seat)
                    .flatMap(other -> Written.attributes(other.contract())),
                study.set().operation().automations().stream()
                    .map(Operation.Automation::mayWrite)
                    .flatMap(List::stream)
                    .map(Written::attribute))
            .collect(Collectors.toSet());
    return Written.bySteps(seat.contract()).filter(others::contains).toList();
  }

  @Override
  public Machine<Event> remembering(Study study, Machine<Event> machine) {
    Machine<Event> remembering = machine;
    for (Seat seat : study.seats()) {
      for (Attribute attribute : disputed(study, seat)) {
        Variable ghost = ghost(machine, seat, attribute);
        remembering = Ghost.in(remembering, ghost, event -> change(event, seat, attribute, ghost));
      }
    }
    return remembering;
  }

  /// What the run in the seat wrote last: nothing, or one of the values that its contract writes.
  private static Variable ghost(Machine<Event> machine, Seat seat, Attribute attribute) {
    List<String> values = new ArrayList<>(List.of("(nothing)"));
    Steps.doing(machine, seat)
        .flatMap(doing -> doing.what().marks().writes().stream())
        .filter(write -> write.attribute().equals(attribute))
        .map(Write::value)
        .distinct()
        .forEach(values::add);
    return new Variable("%s wrote %s (%d)".formatted(seat.id(), attribute, seat.number()), values);
  }

  private static List<Assignment> change(
      Event event, Seat seat, Attribute attribute, Variable ghost) {
    return switch (event) {
      case Event.Leaves(var its, _, _, _) when its == seat -> List.of(ghost.becomes(0));
      case Event.Begins(var its) when its == seat -> List.of(ghost.becomes(0));
      case Event.Does(var its, _, _, _, var marks) when its == seat ->
          marks.writes().stream()
              .filter(write -> write.attribute().equals(attribute))
              .map(write -> ghost.becomes(ghost.values().indexOf(write.value())))
              .limit(1)
              .toList();
      case Event _ -> List.of();
    };
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    List<Claim> claims = new ArrayList<>();
    for (Seat seat : study.seats()) {
      for (Attribute attribute : disputed(study, seat)) {
        Variable ghost = ghost(machine, seat, attribute);
        for (Move<Event> move : machine.moves()) {
          other(move.what(), seat)
              .filter(other -> seat.number() == 1 || !other.contract.equals(seat.contract()))
              .ifPresent(other ->
                  other.writes.stream()
                      .filter(write -> write.attribute().equals(attribute))
                      .forEach(
                          write -> claims.add(claim(seat, attribute, ghost, move, other, write))));
        }
      }
    }
    return claims;
  }

  /// Who else writes by a move.
  private record Other(
      Contract contract, String name, String at, Position position, List<Write> writes) {}

  private static Optional<Other> other(Event event, Seat seat) {
    return switch (event) {
      case Event.Does(var its, var place, _, _, var marks) when its != seat ->
          Optional.of(
              new Other(
                  its.contract(),
                  "*" + its.contract().title() + "*",
                  place.text(),
                  its.stepAt(place).orElseThrow().position(),
                  marks.writes()));
      case Event.Leaves(var its, _, var exit, var marks) when its != seat ->
          Optional.of(
              new Other(
                  its.contract(),
                  "*" + its.contract().title() + "*",
                  exit.text(),
                  its.contract().exit(exit).orElseThrow().position(),
                  marks.writes()));
      case Event.Acts(var act) when act.by() instanceof By.Automation(var name) ->
          Optional.of(
              new Other(
                  seat.contract(),
                  "the CRM's automation *" + name + "*",
                  name.text(),
                  seat.contract().position(),
                  act.writes()));
      case Event _ -> Optional.empty();
    };
  }

  private Claim claim(
      Seat seat, Attribute attribute, Variable ghost, Move<Event> move, Other other, Write write) {
    return Claim.Never.move(
        new Subject(
            rule(),
            other.contract,
            other.at,
            other.position,
            "while *%s* stands, %s changes %s, which it wrote, to `%s`"
                .formatted(seat.contract().title(), other.name, words(attribute), write.value()),
            "claim one lane for both, or let one admit only contacts outside the other."),
        seat.isInside()
            .and(
                dev.interlock.verifier.prove.symbolic.Predicate.among(
                    ghost,
                    value -> value != 0 && !ghost.values().get(value).equals(write.value()))),
        move);
  }

  private static String words(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Tag(var tag) -> "the tag `" + tag + "`";
      case Attribute.Field(var field) -> "the field `" + field + "`";
      case Attribute.Stage(var pipeline) -> "the stage in " + pipeline;
      case Attribute.Status(var pipeline) -> "the status of the deal in " + pipeline;
      case Attribute.Address _, Attribute.Consent _, Attribute.Diary _ -> "the contact";
      case Attribute.Started _, Attribute.Question _ -> "the contact";
    };
  }
}
