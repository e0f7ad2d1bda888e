package dev.interlock.sandbox.records;

import java.time.Instant;

/// A note, as it stands now.
public record NoteRow(
    String id, String contactId, String body, String userId, By by, Instant added) {}
