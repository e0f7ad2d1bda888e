package dev.interlock.engine.decide;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Input.Order;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.store.Intents.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What there is to decide about a contact.
public sealed interface Matter {

  /// Things that happened, in this order. Those heard before change nothing.
  ///
  /// @param byReading whether they were found by reading the CRM, and no webhook told them yet
  record Heard(List<DomainEvent> events, boolean byReading) implements Matter {
    public Heard {
      events = List.copyOf(events);
    }

    /// Things that webhooks told.
    public Heard(List<DomainEvent> events) {
      this(events, false);
    }
  }

  /// Something that only one contract is asked about: its own date, its schedule, or a start by
  /// hand.
  record Meant(ContractId contract, DomainEvent event) implements Matter {}

  /// A timer is due.
  record Due(RunId run, Instant setFor) implements Matter {}

  /// A command has an outcome.
  record Reported(Intent intent, Outcome outcome) implements Matter {
    CommandId command() {
      return intent.command().id();
    }
  }

  /// An operator moves a run to another version of its contract.
  ///
  /// @param named places of the old version that are called otherwise in the new one
  record Moved(RunId run, String hash, Map<NodeId, NodeId> named, String by) implements Matter {
    public Moved {
      named = Map.copyOf(named);
    }
  }

  /// The machine's clock was ahead and has been set back: what was counted by it is counted anew.
  record ClockSetBack() implements Matter {}

  /// An operator gave an order.
  record Ordered(RunId run, Order order, String by) implements Matter {}
}
