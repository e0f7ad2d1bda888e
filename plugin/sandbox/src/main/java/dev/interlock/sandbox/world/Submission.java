package dev.interlock.sandbox.world;

import java.time.Instant;

/// A form that a contact filled in.
public record Submission(String id, String formId, String contactId, Instant added)
    implements Thing {}
