package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Position;

/// A name that somebody used.
///
/// @param contract the contract in which it is used; empty for the operation itself
/// @param at the step, exit or part in which it is used
public record Mention(Name name, String contract, String at, Position position) {}
