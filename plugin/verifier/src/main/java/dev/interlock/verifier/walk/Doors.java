package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Reentry;

/// What can be told of a contract's door by looking at it.
public final class Doors {
  private Doors() {}

  /// Whether somebody for whom the contract's event comes may be turned away.
  public static boolean mayTurnAway(Contract contract) {
    return contract.lane() instanceof LaneClaim.InLane
        || !(contract.reentry() instanceof Reentry.AfterExit)
        || contract.admits().stream()
            .anyMatch(clause -> !(clause.condition() instanceof Condition.Always));
  }
}
