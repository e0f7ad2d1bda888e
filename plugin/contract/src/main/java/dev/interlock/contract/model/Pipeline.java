package dev.interlock.contract.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A pipeline with its stages in their order.
public record Pipeline(PipelineName name, List<Stage> stages, Position position) {
  public Pipeline {
    stages = List.copyOf(stages);
  }

  /// The place of the stage in the order, from 0; empty when the pipeline has no such stage.
  public OptionalInt indexOf(StageName stage) {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).name().equals(stage)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// Whether a move between the stages goes back and no return is declared for it.
  public boolean isUnlawfulReturn(StageName from, StageName to) {
    OptionalInt start = indexOf(from);
    OptionalInt end = indexOf(to);
    if (start.isEmpty() || end.isEmpty() || end.getAsInt() >= start.getAsInt()) {
      return false;
    }
    return !stages.get(start.getAsInt()).lawfulReturns().contains(to);
  }

  /// A stage and who acts next in it.
  ///
  /// @param owner the team that has the next move; empty in a final stage
  /// @param dwell how long a deal may stay before somebody is told
  /// @param lawfulReturns earlier stages to which a deal may go back from here
  /// @param staffDoNext what staff do with a deal that stands here
  /// @param movers the contracts by which deals are moved on from here; empty where any may that
  ///   the owner answers for
  /// @param last whether the work ends here
  public record Stage(
      StageName name,
      Optional<TeamName> owner,
      Optional<Duration> dwell,
      Set<StageName> lawfulReturns,
      String staffDoNext,
      Set<ContractId> movers,
      boolean last,
      Position position) {
    public Stage {
      lawfulReturns = Sets.sorted(lawfulReturns);
      movers = Sets.sorted(movers);
    }
  }
}
