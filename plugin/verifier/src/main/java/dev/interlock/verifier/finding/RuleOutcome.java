package dev.interlock.verifier.finding;

/// What became of one rule.
///
/// @param reason why the rule exists
/// @param looked how many things it looked at; a rule that looked at nothing proves nothing
/// @param found how many findings it made, waived ones included
public record RuleOutcome(String rule, String reason, int looked, int found) {}
