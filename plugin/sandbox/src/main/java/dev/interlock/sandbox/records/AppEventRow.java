package dev.interlock.sandbox.records;

import java.time.Instant;

/// Something that people did with the app.
///
/// @param holder the location or company that it was done in
/// @param versionId the version of the app that was in place afterwards, or last
public record AppEventRow(Instant at, What what, String holder, String versionId) {

  /// What was done.
  public enum What {
    /// It was installed, for the first time or again.
    INSTALLED,
    /// It was moved to another version.
    UPDATED,
    /// It was removed.
    UNINSTALLED,
    /// The location was suspended.
    SUSPENDED,
    /// The location is active again.
    RESUMED
  }
}
