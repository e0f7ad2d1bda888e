package dev.interlock.engine.read;

import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import java.time.Instant;
import java.util.Optional;

/// Something that was heard of a contact.
///
/// @param occurredAt by its own time
/// @param heardAt when it reached us
/// @param words what happened, without personal data
/// @param what the same with all details, until its time is over
public record EventLine(
    String id,
    Instant occurredAt,
    Instant heardAt,
    Provenance provenance,
    String words,
    Optional<Happening> what) {}
