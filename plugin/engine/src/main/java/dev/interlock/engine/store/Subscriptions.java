package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Triggers in the CRM's own workflows that fire when runs of ours end.
public interface Subscriptions {
  /// All of an account, deleted ones too, by their workflows.
  List<Subscription> of(InstallationId account);

  Optional<Subscription> find(InstallationId account, String id);

  /// Adds a subscription, or replaces what is known of it.
  void put(Subscription subscription);

  /// A trigger in one workflow.
  ///
  /// @param id the trigger as the CRM numbers it
  /// @param workflow as the CRM numbers it
  /// @param contracts whose ends it waits for; all where it names none
  /// @param exits which of their exits; all where it names none
  /// @param target where to post to
  /// @param fault why it never fires, for people; empty when it does
  /// @param heard what was heard of it last
  /// @param heardAt when that came here
  record Subscription(
      InstallationId account,
      String id,
      String workflow,
      List<ContractId> contracts,
      List<ExitName> exits,
      String target,
      String fault,
      Heard heard,
      Instant heardAt) {
    public Subscription {
      contracts = List.copyOf(contracts);
      exits = List.copyOf(exits);
    }

    /// Whether it is there and can fire.
    public boolean isActive() {
      return heard != Heard.DELETED && fault.isEmpty();
    }

    /// Whether it fires when a run of this contract ends so.
    public boolean waitsFor(ContractId contract, ExitName exit) {
      return isActive()
          && (contracts.isEmpty() || contracts.contains(contract))
          && (exits.isEmpty() || exits.contains(exit));
    }
  }

  /// What the CRM tells of a trigger.
  enum Heard {
    CREATED,
    UPDATED,
    DELETED
  }
}
