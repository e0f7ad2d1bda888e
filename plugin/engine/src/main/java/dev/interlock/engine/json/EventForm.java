package dev.interlock.engine.json;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;

/// How events are written down.
final class EventForm {
  private EventForm() {}

  static Out write(DomainEvent event) {
    return Out.plain()
        .text("id", event.id())
        .name("contact", event.contact())
        .time("at", event.occurredAt())
        .part("what", HappeningForm.write(event.what()))
        .text("by", event.provenance().name());
  }

  static DomainEvent read(In in) {
    return new DomainEvent(
        in.text("id"),
        in.name("contact", ContactId::new),
        in.time("at"),
        HappeningForm.read(in.part("what")),
        in.word("by", Provenance.class));
  }
}
