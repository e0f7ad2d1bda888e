package dev.interlock.engine.read;

import dev.interlock.core.run.Entry;
import dev.interlock.core.run.RunId;
import java.time.Instant;

/// A line of a run's journal.
///
/// @param step the step or exit it is about; empty when it is about the whole run
public record JournalLine(RunId run, Instant at, Entry.Kind kind, String step, String words) {}
