package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Step;
import java.util.List;

/// A step in a flow, with all ways on. A repeat has two places: one before its first turn and one
/// after each.
public record Place(int number, Step step, List<Move> moves) {
  public Place {
    moves = List.copyOf(moves);
  }

  /// Whether the run stands here until something happens or time has passed.
  public boolean isWaiting() {
    return step instanceof Step.Wait || step instanceof Step.Await;
  }
}
