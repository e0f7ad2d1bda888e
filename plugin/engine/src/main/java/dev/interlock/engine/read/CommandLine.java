package dev.interlock.engine.read;

import dev.interlock.core.run.CommandId;
import dev.interlock.engine.store.Intents;
import java.time.Instant;
import java.util.Optional;

/// A command of a run and what became of it.
///
/// @param what what it does, without personal data
/// @param told word for word what the contact or a colleague was told; empty when nothing was, or
///   when its time is over
/// @param result what came of it, in words; empty while open
public record CommandLine(
    CommandId id,
    String step,
    String what,
    Intents.State state,
    int attempts,
    Instant decidedAt,
    Optional<Instant> triedAt,
    Optional<Instant> doneAt,
    String told,
    String result) {}
