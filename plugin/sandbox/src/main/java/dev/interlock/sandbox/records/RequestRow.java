package dev.interlock.sandbox.records;

import java.time.Instant;

/// A request to the API and what became of it.
///
/// @param path as asked for, without the query
/// @param version the `Version` header; empty when it was missing
/// @param documentedVersion the value that the vendor documents for this operation; empty when
///   there is no such operation
public record RequestRow(
    Instant at, String method, String path, int status, String version, String documentedVersion) {

  /// Whether the caller named another version than the documented one, or none.
  public boolean hasForeignVersion() {
    return !documentedVersion.isEmpty() && !documentedVersion.equals(version);
  }
}
