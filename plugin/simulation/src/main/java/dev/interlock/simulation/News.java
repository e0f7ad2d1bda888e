package dev.interlock.simulation;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.ContractId;
import java.util.List;
import java.util.Optional;

/// Events that are told together, and what they go back to.
///
/// @param meantFor the contract at whose door alone they are told; everybody hears them otherwise
record News(List<DomainEvent> events, Origin origin, Optional<ContractId> meantFor) {
  News {
    events = List.copyOf(events);
  }

  static News of(List<DomainEvent> events, Origin origin) {
    return new News(events, origin, Optional.empty());
  }
}
