package dev.interlock.sandbox.records;

import java.time.Instant;

/// A call to the app that one of the CRM's workflows made.
///
/// @param what `CREATED`, `UPDATED` or `DELETED` of a trigger, or `ACTION`
/// @param about the trigger, or the contact that the action is for
/// @param status what the app answered; 0 when it did not
/// @param answer its words
public record ModuleCallRow(
    Instant at,
    String what,
    String locationId,
    String workflowId,
    String about,
    int status,
    String answer) {}
