package dev.interlock.engine.inbox;

/// What the door answers to a delivery.
///
/// @param status an HTTP status
/// @param words why, for logs and the curious; without personal data
public record Answer(int status, String words) {}
