package dev.interlock.core.run;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.program.NodeId;
import java.time.Instant;

/// Something that happens to a run.
public sealed interface Input {

  /// The world or the contact acted.
  record Heard(DomainEvent event) implements Input {}

  /// A timer is due. One that was set for another moment than the run now waits for is stale.
  record TimerDue(Instant setFor) implements Input {}

  /// A command has an outcome.
  record Reported(CommandId command, Outcome outcome) implements Input {}

  /// The lane for which the run waits in turn is free.
  record LaneFree() implements Input {}

  /// A run of higher priority takes the lane.
  record DisplacedBy(ContractId contract) implements Input {}

  /// An operator gave an order.
  record Ordered(Order order, String by) implements Input {}

  /// What an operator can order.
  sealed interface Order {
    /// Stop where it stands.
    record Pause() implements Order {}

    /// Go on.
    ///
    /// @param shiftTimers whether the time it stood still is added to what it waits for
    record Resume(boolean shiftTimers) implements Order {}

    /// End it by the `withdrawn` exit.
    record Withdraw(String reason) implements Order {}

    /// Say what became of a command in doubt.
    record Settle(boolean happened) implements Order {}

    /// Try at once what was to be tried later. Everything about it is asked again first.
    record Retry() implements Order {}

    /// Go on as if what the run waits for, or is about to do, lay behind it.
    ///
    /// @param at where whoever orders it saw the run stand; it is left alone anywhere else
    record Skip(NodeId at, String reason) implements Order {}
  }
}
