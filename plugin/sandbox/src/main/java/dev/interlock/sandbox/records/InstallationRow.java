package dev.interlock.sandbox.records;

import java.time.Instant;

/// A location in which the app is installed now.
///
/// @param throughCompany whether an agency's user installed it
public record InstallationRow(
    String locationId,
    String name,
    String versionId,
    Instant installedAt,
    boolean throughCompany,
    boolean suspended) {}
