package dev.interlock.core;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import java.util.Optional;

/// The clauses of an entry filter that stand for the whole run.
final class StandingClauses {
  private StandingClauses() {}

  /// The reason of the first standing clause that is known to be broken now, and not by the run's
  /// own doing.
  static Optional<String> broken(Turn turn) {
    return turn.program.contract().admits().stream()
        .filter(clause -> clause.atEntryOnly().isEmpty())
        .filter(clause -> !ownDoing(clause, turn))
        .filter(clause -> isBroken(clause, turn.view()))
        .map(EntryClause::reason)
        .findFirst();
  }

  private static boolean isBroken(EntryClause clause, View view) {
    Truth truth = Asking.ask(clause.condition(), view);
    Truth bad = clause.demand() == Demand.REQUIRE ? Truth.NO : Truth.YES;
    return truth == bad;
  }

  private static boolean ownDoing(EntryClause clause, Turn turn) {
    return OwnWrites.still(turn.memory(), turn.view().contact()).stream()
            .anyMatch(Attributes.readBy(clause.condition())::contains)
        || asksAboutRuns(clause.condition());
  }

  /// That another run began or ended since is what lanes are for, not what a contact qualifies by.
  private static boolean asksAboutRuns(Condition condition) {
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
