package dev.interlock.verifier.finding;

import dev.interlock.contract.model.Position;

/// Something that is wrong with a contract or its operation.
///
/// @param rule the id of the rule that found it, as `E-NO-EXIT`
/// @param contract the contract's name; empty when the operation itself is meant
/// @param at the step, exit, attribute or other contract that it is about, which is also what a
///   waiver has to name; empty for the whole contract
/// @param position the line on which it was said
/// @param message what is wrong, in plain words
/// @param help what to do
public record Finding(
    String rule,
    Severity severity,
    String contract,
    String at,
    Position position,
    String message,
    String help) {}
