package dev.interlock.core.run;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;

/// What else a decision means to the world around the run.
public sealed interface Effect {

  /// The run's lane is free again.
  record LaneReleased() implements Effect {}

  /// The contact goes on into another contract.
  record RouteTo(ContractId contract, ExitName exit) implements Effect {}

  /// A command must not be started any more. If it is under way already, its outcome is recorded
  /// and changes nothing.
  record CommandCancelled(CommandId command) implements Effect {}

  /// A command that waits for a later moment is to be tried now, or looked for if it is in doubt.
  record TryNow(CommandId command) implements Effect {}

  /// The run, which was over, is under way once more and takes its lane again, which is free.
  record LaneTaken() implements Effect {}

  /// Somebody has to look at this.
  record Attention(Concern concern, String words) implements Effect {}

  /// Why somebody has to look.
  enum Concern {
    IN_DOUBT,
    STEP_FAILED,
    EXIT_UNVERIFIED,
    ASSUMPTION_BROKEN,
    DRIFTED,
    /// What was proved of contracts is no longer founded: somebody did what nobody is declared to
    /// do.
    UNFOUNDED,
    /// A deal has stood in a stage for as long as it may.
    OVERSTAYED,
    /// An automation of the CRM or another app wrote to a contact with whom a run is under way, and
    /// nobody is declared to.
    FOREIGN_HAND,
    /// The machine's clock was ahead, so that things were done too early.
    CLOCK_WAS_AHEAD
  }
}
