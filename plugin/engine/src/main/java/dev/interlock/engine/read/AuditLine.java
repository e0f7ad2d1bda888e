package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.core.run.RunId;
import java.time.Instant;
import java.util.Optional;

/// What an operator ordered.
public record AuditLine(
    Instant at, String who, String what, Optional<RunId> run, Optional<ContactId> contact) {}
