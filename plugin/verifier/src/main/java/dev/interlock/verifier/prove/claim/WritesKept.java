package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Position;
import dev.interlock.simulation.script.By;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Event.Write;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    List<Variable> variables = new ArrayList<>(machine.variables());
    List<Move<Event>> moves = machine.moves();
    Predicate initial = machine.initial();
    for (Seat seat : study.seats()) {
      for (Attribute attribute : disputed(study, seat)) {
        Variable ghost = ghost(seat, attribute);
        Variable value = study.account().track(attribute);
        variables.add(ghost);
        initial = initial.and(ghost.is(0));
        moves = moves.stream().flatMap(move -> marked(move, seat, ghost, value)).toList();
      }
    }
    return new Machine<>(variables, initial, moves);
  }

  /// Whether the attribute stands as the run in the seat wrote it.
  private static Variable ghost(Seat seat, Attribute attribute) {
    return Variable.flag("%s wrote %s (%d)".formatted(seat.id(), attribute, seat.number()));
  }

  /// The move, which from now on notes whose value stands. What was so already, nobody wrote.
  private static Stream<Move<Event>> marked(
      Move<Event> move, Seat seat, Variable ghost, Variable value) {
    if (move.what() instanceof Event.Begins(var its) && its == seat) {
      return Stream.of(move.doing(List.of(ghost.becomes(0))));
    }
    if (move.what() instanceof Event.Leaves(var its, _, _, _) && its == seat) {
      return Stream.of(move.doing(List.of(ghost.becomes(0))));
    }
    Optional<Assignment> written = assigned(move, value);
    if (written.isEmpty() || move.what() instanceof Event.Drifts) {
      return Stream.of(move);
    }
    boolean own = move.what() instanceof Event.Does(var its, _, _, _, _) && its == seat;
    Predicate already = value.is(written.get().value());
    return Stream.of(
        move.where(already), move.where(already.not()).doing(List.of(ghost.becomes(own ? 1 : 0))));
  }

  private static Optional<Assignment> assigned(Move<Event> move, Variable value) {
    return move.updates().stream().filter(one -> one.variable().equals(value)).findFirst();
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    List<Claim> claims = new ArrayList<>();
    for (Seat seat : study.seats()) {
      for (Attribute attribute : disputed(study, seat)) {
        Variable value = study.account().track(attribute);
        for (Move<Event> move : machine.moves()) {
          Optional<Assignment> written = assigned(move, value);
          if (written.isEmpty()) {
            continue;
          }
          Predicate undone =
              seat.isInside()
                  .and(ghost(seat, attribute).holds())
                  .and(value.is(written.get().value()).not());
          other(move.what(), seat)
              .filter(other -> seat.number() == 1 || !other.contract.equals(seat.contract()))
              .ifPresent(other ->
                  other.writes.stream()
                      .filter(write -> write.attribute().equals(attribute))
                      .forEach(
                          write -> claims.add(claim(seat, attribute, undone, move, other, write))));
        }
      }
    }
    return claims;
  }

  /// Who else writes by a move.
  private record Other(
      Contract contract,
      String name,
      String at,
      Position position,
      List<Write> writes,
      boolean isAutomation) {}

  private static Optional<Other> other(Event event, Seat seat) {
    return switch (event) {
      case Event.Does(var its, var place, _, _, var marks) when its != seat ->
          Optional.of(
              new Other(
                  its.contract(),
                  "*" + its.contract().title() + "*",
                  place.text(),
                  its.stepAt(place).orElseThrow().position(),
                  marks.writes(),
                  false));
      case Event.Leaves(var its, _, var exit, var marks) when its != seat ->
          Optional.of(
              new Other(
                  its.contract(),
                  "*" + its.contract().title() + "*",
                  exit.text(),
                  its.contract().exit(exit).orElseThrow().position(),
                  marks.writes(),
                  false));
      case Event.Acts(var act) when act.by() instanceof By.Automation(var name) ->
          Optional.of(
              new Other(
                  seat.contract(),
                  "the CRM's automation *" + name + "*",
                  name.text(),
                  seat.contract().position(),
                  act.writes(),
                  true));
      case Event _ -> Optional.empty();
    };
  }

  private Claim claim(
      Seat seat,
      Attribute attribute,
      Predicate undone,
      Move<Event> move,
      Other other,
      Write write) {
    return Claim.Never.move(
        new Subject(
                rule(),
                other.contract,
                other.at,
                other.position,
                words(seat, other, attribute, write.value()),
                help(seat, other))
            .and(seat.id()),
        undone,
        move);
  }

  private static String help(Seat seat, Other other) {
    if (other.isAutomation) {
      return "take that out of the CRM's automation, or leave it to the automation; or listen for the"
          + " change with whenever(...).";
    }
    return other.contract.equals(seat.contract())
        ? "claim a lane, so that one run waits for the other."
        : "claim one lane for both, or let one admit only contacts outside the other.";
  }

  private static String words(Seat seat, Other other, Attribute attribute, String value) {
    String title = "*" + seat.contract().title() + "*";
    boolean another = other.name.equals(title);
    return "while %s is under way, %s %s"
        .formatted(
            title,
            another ? "a second run of it" : other.name,
            words(another ? "the first" : title, attribute, value));
  }

  private static String words(String first, Attribute attribute, String value) {
    return switch (attribute) {
      case Attribute.Tag(var tag) ->
          value.equals("present")
              ? "adds the tag `%s` that %s took away".formatted(tag, first)
              : "takes away the tag `%s` that %s added".formatted(tag, first);
      case Attribute.Field(var field) ->
          value.isEmpty()
              ? "empties the field `%s` that %s filled".formatted(field, first)
              : "changes the field `%s` that %s filled to `%s`".formatted(field, first, value);
      case Attribute.Stage(var pipeline) ->
          "moves the deal in %s that %s moved on to `%s`".formatted(pipeline, first, value);
      case Attribute.Status(var pipeline) ->
          "marks the deal in %s that %s marked as `%s`"
              .formatted(pipeline, first, value.toLowerCase(Locale.ROOT));
      case Attribute.Address _, Attribute.Consent _, Attribute.Diary _ ->
          "changes what %s wrote".formatted(first);
      case Attribute.Started _, Attribute.Question _ -> "changes what %s wrote".formatted(first);
    };
  }
}
