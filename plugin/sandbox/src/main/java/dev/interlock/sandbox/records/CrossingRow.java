package dev.interlock.sandbox.records;

import java.time.Instant;

/// A request with a location's token that named something of another location.
///
/// It is one whatever was answered: the answer is the CRM's merit, the question the caller's fault.
///
/// @param token the name of the token
/// @param locationId whose token it is
/// @param otherId the location whose things were asked about
/// @param named the identifier that belongs to the other location, or is it
public record CrossingRow(
    Instant at,
    String token,
    String locationId,
    String otherId,
    String named,
    String method,
    String path,
    int status) {}
