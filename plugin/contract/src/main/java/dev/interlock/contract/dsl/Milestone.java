package dev.interlock.contract.dsl;

/// A business milestone, in a sentence.
public record Milestone(String sentence) {}
