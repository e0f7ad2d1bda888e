package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.RunId;
import java.time.Instant;
import java.util.Optional;

/// What a person has to look at.
public record AttentionLine(
    Optional<RunId> run,
    Optional<ContractId> contract,
    Optional<ContactId> contact,
    Concern concern,
    String words,
    Instant raisedAt) {}
