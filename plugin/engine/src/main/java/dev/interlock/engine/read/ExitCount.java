package dev.interlock.engine.read;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;

/// How many runs of a contract version ended by an exit, and how many of these are proven.
public record ExitCount(
    ContractId contract, String hash, ExitName exit, ProofState proof, long count) {}
