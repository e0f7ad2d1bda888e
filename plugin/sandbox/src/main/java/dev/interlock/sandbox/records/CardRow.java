package dev.interlock.sandbox.records;

/// An opportunity, as it stands now, by the names that people see.
public record CardRow(
    String opportunityId, String pipeline, String stage, String status, String assignedTo) {}
