package dev.interlock.crm;

import dev.interlock.contract.event.DomainEvent;
import java.util.List;

/// What a delivery means: events, and what to remember of the contact from now on.
///
/// @param ignored why there is no event, where there is none; empty otherwise
public record Translation(List<DomainEvent> events, Remembered remembered, String ignored) {
  public Translation {
    events = List.copyOf(events);
  }
}
