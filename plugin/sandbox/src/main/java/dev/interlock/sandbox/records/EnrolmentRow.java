package dev.interlock.sandbox.records;

import java.time.Instant;

/// A contact put into, or taken out of, one of the CRM's own workflows.
public record EnrolmentRow(
    String contactId, String workflowId, boolean joined, By by, Instant at) {}
