package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.PipelineName;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be told of conditions by looking at them.
public final class Guards {
  private Guards() {}

  /// The questions that a condition is made of.
  public static Stream<Condition> questions(Condition condition) {
    return switch (condition) {
      case Condition.All(var conditions) -> conditions.stream().flatMap(Guards::questions);
      case Condition.Any(var conditions) -> conditions.stream().flatMap(Guards::questions);
      case Condition.Not(var inner) -> questions(inner);
      case Condition.Always _,
          Condition.HasTag _,
          Condition.FieldIs _,
          Condition.StageIs _,
          Condition.DealExists _,
          Condition.DealStatusIs _,
          Condition.DealValue _,
          Condition.HasAddress _,
          Condition.OptedOut _,
          Condition.AppointmentAhead _,
          Condition.Assigned _,
          Condition.Inside _,
          Condition.RanBefore _,
          Condition.LaneOccupied _,
          Condition.During _,
          Condition.BusinessOpen _ ->
          Stream.of(condition);
    };
  }

  /// The pipeline about whose deal a question asks, if it asks about a deal.
  public static Optional<PipelineName> deal(Condition question) {
    return switch (question) {
      case Condition.StageIs(var pipeline, _, _) -> Optional.of(pipeline);
      case Condition.DealExists(var pipeline) -> Optional.of(pipeline);
      case Condition.DealStatusIs(var pipeline, _) -> Optional.of(pipeline);
      case Condition.DealValue(var pipeline, _) -> Optional.of(pipeline);
      case Condition _ -> Optional.empty();
    };
  }

  /// Whether the wide condition holds wherever the narrow one does, as far as their words tell.
  public static boolean covers(Condition wide, Condition narrow) {
    if (wide instanceof Condition.Always || wide.equals(narrow)) {
      return true;
    }
    if (wide instanceof Condition.Any(var some)
        && some.stream().anyMatch(one -> covers(one, narrow))) {
      return true;
    }
    return narrow instanceof Condition.All(var parts)
        && parts.stream().anyMatch(part -> covers(wide, part));
  }
}
