package dev.interlock.torture.ledger;

/// A task or note that the CRM was told to make, and made.
///
/// @param words all of it, the reference included by which Interlock tells its own apart
public record Work(String id, String contact, String words) {}
