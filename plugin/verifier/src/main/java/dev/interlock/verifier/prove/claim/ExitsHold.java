package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.StageRef;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.stream.Stream;

/// No exit moves the deal of a contact who no longer qualifies, where the run came to it by time
/// alone.
///
/// A run that heard something, or of which something failed, may be leaving because of just that:
/// leaving is how a contract answers what broke a clause (docs/decisions/0004). Whoever is taken
/// out or has to make way does not qualify any more as a rule.
public final class ExitsHold implements Property {
  @Override
  public String rule() {
    return "E-ADMIT-STALE";
  }

  @Override
  public String reason() {
    return "Who no longer qualifies is not to be treated as if they did.";
  }

  @Override
  public void track(Study study) {
    Steps.seats(study)
        .flatMap(seat -> seat.contract().exits().stream())
        .flatMap(ExitsHold::moves)
        .forEach(stage -> study.account().track(new Attribute.Stage(stage.pipeline())));
  }

  private static Stream<StageRef> moves(Exit exit) {
    return exit.kind() == ExitKind.WITHDRAWN || exit.kind() == ExitKind.DISPLACED
        ? Stream.empty()
        : exit.leaves().stream()
            .flatMap(leaves ->
                leaves instanceof Leaves.AtStage(var stage) ? Stream.of(stage) : Stream.empty());
  }

  private static Variable moved(Seat seat) {
    return Variable.flag(seat.id() + " goes by more than time");
  }

  @Override
  public Machine<Event> remembering(Study study, Machine<Event> machine) {
    Machine<Event> remembering = machine;
    for (Seat seat : Steps.seats(study).toList()) {
      if (seat.contract().exits().stream().flatMap(ExitsHold::moves).findAny().isPresent()) {
        Variable moved = moved(seat);
        remembering = Ghost.in(remembering, moved, event -> changes(seat, moved, event));
      }
    }
    return remembering;
  }

  private static List<Assignment> changes(Seat seat, Variable moved, Event event) {
    return switch (event) {
      case Event.Begins(var its) when its == seat -> List.of(moved.becomes(0));
      case Event.Hears(var its, _, _, var by)
          when its == seat && !(by instanceof Event.By.Nobody) ->
          List.of(moved.becomes(1));
      case Event.Undelivered(var its, _) when its == seat -> List.of(moved.becomes(1));
      case Event.Does(var its, _, var way, _, _) when its == seat ->
          switch (way) {
            case REFUSED, BLOCKED, NO_LONGER_ADMITTED, GONE -> List.of(moved.becomes(1));
            case DONE, REACHED, PAST, SILENCE, CHOSEN, OTHERWISE, UNKNOWN, DRAWN -> List.of();
          };
      case Event _ -> List.of();
    };
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study)
        .flatMap(
            seat -> Steps.leaving(machine, seat).flatMap(leaving -> claims(study, seat, leaving)))
        .toList();
  }

  private Stream<Claim> claims(Study study, Seat seat, Steps.Leaving leaving) {
    Exit exit = seat.contract().exit(leaving.what().exit()).orElseThrow();
    return moves(exit)
        .flatMap(stage ->
            study.standingClauses(seat).stream()
                .map(clause -> claim(study, seat, exit, leaving, stage, clause)));
  }

  private Claim claim(
      Study study,
      Seat seat,
      Exit exit,
      Steps.Leaving leaving,
      StageRef stage,
      EntryClause clause) {
    Variable standing = study.account().track(new Attribute.Stage(stage.pipeline()));
    Predicate moves =
        study
            .account()
            .stageValue(stage.pipeline(), stage.stage())
            .map(value -> standing.is(value).not())
            .orElse(Predicate.always());
    return Claim.Never.move(
        Subject.exit(
            rule(),
            seat.contract(),
            exit,
            "exit *%s* moves the deal of a contact who no longer qualifies: %s"
                .formatted(exit.name(), clause.reason()),
            "listen for what makes the clause false with whenever(...), or mark the clause"
                + " atEntryOnly(\"why\")."),
        study.isBrokenByOthers(seat, clause).and(moves).and(moved(seat).is(0)),
        leaving.move());
  }
}
