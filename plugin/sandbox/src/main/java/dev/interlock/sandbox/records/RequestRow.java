package dev.interlock.sandbox.records;

import java.time.Instant;

/// A request to the API and what became of it.
///
/// @param path as asked for, without the query
/// @param version the `Version` header; empty when it was missing
/// @param documentedVersion the value that the vendor documents for this operation; empty when
///   there is no such operation
/// @param holder the location or company that the shown token speaks for, or did until it expired
///   or was taken back; empty when none was shown
/// @param token the name of that token, never the token itself; empty when none was shown
public record RequestRow(
    Instant at,
    String method,
    String path,
    int status,
    String version,
    String documentedVersion,
    String holder,
    String token) {

  /// Whether the caller named another version than the documented one, or none.
  public boolean hasForeignVersion() {
    return !documentedVersion.isEmpty() && !documentedVersion.equals(version);
  }
}
