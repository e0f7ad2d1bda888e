package dev.interlock.contract.dsl;

import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import java.util.Optional;

/// What happens when another run holds the lane.
public record Occupied(WhenOccupied what, Optional<String> orElse) {
  /// What is the next valid action for a contact whom the lane turned away.
  public Occupied orElse(String nextAction) {
    return new Occupied(what, Optional.of(nextAction));
  }
}
