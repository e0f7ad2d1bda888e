package dev.interlock.crm;

import dev.interlock.contract.event.DomainEvent;
import java.util.List;
import java.util.Optional;

/// What a delivery means: events, and what to remember of the contact from now on.
///
/// @param ignored why there is no event, where there is none; empty otherwise
/// @param mail the e-mail that it is about, where it does not say whose that is: find it, and
///   translate [Inbound#addressed] instead
public record Translation(
    List<DomainEvent> events, Remembered remembered, String ignored, Optional<MailClue> mail) {
  public Translation {
    events = List.copyOf(events);
  }

  /// Of a delivery that says whom it is about.
  public Translation(List<DomainEvent> events, Remembered remembered, String ignored) {
    this(events, remembered, ignored, Optional.empty());
  }
}
