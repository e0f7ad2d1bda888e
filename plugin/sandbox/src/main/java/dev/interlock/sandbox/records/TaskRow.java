package dev.interlock.sandbox.records;

import java.time.Instant;

/// A task, as it stands now.
///
/// @param dueDate as the writer gave it
public record TaskRow(
    String id,
    String contactId,
    String title,
    String body,
    String assignedTo,
    String dueDate,
    boolean completed,
    By by,
    Instant added) {}
