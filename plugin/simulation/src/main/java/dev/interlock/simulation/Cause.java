package dev.interlock.simulation;

/// Why a run began, or why a contact stood at a contract's door.
///
/// @param event the id of the event
/// @param root the id of the event that everything goes back to: of the first run's, when runs
///   caused one another
public record Cause(String event, Origin origin, String root) {}
