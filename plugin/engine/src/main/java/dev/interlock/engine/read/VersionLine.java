package dev.interlock.engine.read;

import dev.interlock.contract.model.ContractId;
import java.time.Instant;

/// A contract version and how many runs it has.
///
/// @param active whether it takes new entries
public record VersionLine(
    ContractId contract,
    String hash,
    String title,
    boolean active,
    Instant addedAt,
    long underWay,
    long over) {}
