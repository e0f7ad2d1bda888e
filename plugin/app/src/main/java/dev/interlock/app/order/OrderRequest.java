package dev.interlock.app.order;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.RunId;

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
  record Settle(RunId run, boolean happened) implements OrderRequest {}

  /// A contract is started for a contact; its entry filter is asked all the same.
  record Start(ContractId contract, ContactId contact) implements OrderRequest {}
}
