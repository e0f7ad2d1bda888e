package dev.interlock.engine.read;

import dev.interlock.contract.model.ContractId;

/// How many calls to the CRM ended runs of a contract took.
///
/// @param runs how many of those that ended last are counted
/// @param calls of all these together
public record CallCount(ContractId contract, long runs, long calls) {}
