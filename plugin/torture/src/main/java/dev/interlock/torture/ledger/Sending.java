package dev.interlock.torture.ledger;

import java.time.Instant;

/// A message that the CRM was told to send, and took.
///
/// @param words what a reader would take for the same message when it came again
/// @param arrived false when it is known that nobody got it
public record Sending(
    String id, String contact, String channel, String words, Instant at, boolean arrived) {}
