package dev.interlock.app.order;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.RunId;
import java.util.Map;
import java.util.Optional;

/// What a person orders.
public sealed interface OrderRequest {

  /// A run stops where it stands.
  record Pause(RunId run) implements OrderRequest {}

  /// A paused run goes on.
  ///
  /// @param shiftTimers whether the time it stood still is added to what it waits for
  record Resume(RunId run, boolean shiftTimers) implements OrderRequest {}

  /// A run ends by its `withdrawn` exit.
  record Withdraw(RunId run, String reason) implements OrderRequest {}

  /// Somebody has looked what became of a command in doubt.
  ///
  /// @param at where the run was seen in doubt; empty when they do not say
  record Settle(RunId run, Optional<NodeId> at, boolean happened) implements OrderRequest {}

  /// What waits to be tried again is tried now, or an exit that is not true is looked into again.
  record Retry(RunId run) implements OrderRequest {}

  /// A run goes on past a place.
  ///
  /// @param at where it was seen to stand
  record Skip(RunId run, NodeId at, String reason) implements OrderRequest {}

  /// A webhook that was set aside is worked on again.
  record RetryWebhook(long number) implements OrderRequest {}

  /// A workflow of the CRM is told once more that a run has ended.
  ///
  /// @param trigger in that workflow
  record TellAgain(RunId run, String trigger) implements OrderRequest {}

  /// A workflow of the CRM need not be told any more that a run has ended.
  ///
  /// @param trigger in that workflow
  record LeaveUntold(RunId run, String trigger) implements OrderRequest {}

  /// What proofs go by is so again, although somebody did what nobody is declared to do.
  ///
  /// @param words in which that was raised
  record Acknowledge(String words) implements OrderRequest {}

  /// A run is moved to the version of its contract that takes new entries.
  ///
  /// @param hash of that version
  /// @param named places of the old version that are called otherwise in the new one
  record Migrate(RunId run, String hash, Map<NodeId, NodeId> named) implements OrderRequest {
    public Migrate {
      named = Map.copyOf(named);
    }
  }

  /// A contract is started for a contact; its entry filter is asked all the same.
  record Start(ContractId contract, ContactId contact) implements OrderRequest {}
}
