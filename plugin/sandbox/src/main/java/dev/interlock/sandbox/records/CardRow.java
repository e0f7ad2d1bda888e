package dev.interlock.sandbox.records;

import java.time.Instant;

/// An opportunity, as it stands now, by the names that people see.
///
/// @param since when it came to its stage
public record CardRow(
    String opportunityId,
    String pipeline,
    String stage,
    String status,
    String assignedTo,
    Instant since) {}
