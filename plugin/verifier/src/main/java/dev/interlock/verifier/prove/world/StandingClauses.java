package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.StageName;
import dev.interlock.core.Attributes;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The clauses that are asked again before each message. One that a run may have broken by its own
/// writes may let the message pass or end the run: which of the two, the run's memory knows and the
/// model does not.
final class StandingClauses {
  private final Study study;
  private final Seat seat;

  StandingClauses(Study study, Seat seat) {
    this.study = study;
    this.seat = seat;
  }

  List<EntryClause> all() {
    return seat.contract().admits().stream()
        .filter(clause -> clause.atEntryOnly().isEmpty())
        .filter(clause -> !asksAboutRuns(clause.condition()))
        .toList();
  }

  /// Where no clause ends the run.
  Predicate mayHold() {
    return Predicate.all(
        all().stream()
            .map(clause -> DoorMoves.broken(study, seat, clause).not().or(mayBeOwnDoing(clause)))
            .toList());
  }

  /// Where a clause may end the run.
  Predicate mayBeBroken() {
    return Predicate.any(
        all().stream().map(clause -> DoorMoves.broken(study, seat, clause)).toList());
  }

  /// Where the run itself may have made the clause false.
  Predicate mayBeOwnDoing(EntryClause clause) {
    Set<String> read = Attributes.readBy(clause.condition());
    boolean writes =
        actions()
            .map(Attributes::writtenBy)
            .anyMatch(written -> written.filter(read::contains).isPresent());
    if (!writes) {
      return Predicate.never();
    }
    Set<StageName> stages = new HashSet<>();
    actions()
        .forEach(action -> {
          if (action instanceof Action.MoveTo(var stage)
              && read.contains(Attributes.writtenBy(new Leaves.AtStage(stage)))) {
            stages.add(stage.stage());
          }
        });
    if (stages.isEmpty()) {
      return Predicate.always();
    }
    return Predicate.any(
        study.account().all().entrySet().stream()
            .filter(entry -> entry.getKey() instanceof Attribute.Stage)
            .map(entry -> standsAtOneOf(entry.getValue(), stages))
            .toList());
  }

  private static Predicate standsAtOneOf(Variable stage, Set<StageName> stages) {
    Set<String> names = new HashSet<>();
    stages.forEach(name -> names.add(name.text()));
    return Predicate.among(stage, value -> names.contains(stage.values().get(value)));
  }

  private Stream<Action> actions() {
    return study.survey().outline(seat.contract()).actions().stream();
  }

  static boolean asksAboutRuns(Condition condition) {
    return switch (condition) {
      case Condition.Inside _, Condition.RanBefore _, Condition.LaneOccupied _ -> true;
      case Condition.During _, Condition.BusinessOpen _ -> true;
      case Condition.All(var parts) -> parts.stream().anyMatch(StandingClauses::asksAboutRuns);
      case Condition.Any(var parts) -> parts.stream().anyMatch(StandingClauses::asksAboutRuns);
      case Condition.Not(var part) -> asksAboutRuns(part);
      case Condition.Always _, Condition.HasTag _, Condition.FieldIs _, Condition.StageIs _ ->
          false;
      case Condition.DealExists _, Condition.DealStatusIs _, Condition.DealValue _ -> false;
      case Condition.HasAddress _, Condition.OptedOut _, Condition.AppointmentAhead _ -> false;
      case Condition.Assigned _ -> false;
    };
  }
}
