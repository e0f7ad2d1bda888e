package dev.interlock.contract.dsl;

/// The weight of a claim to a lane; higher displaces lower.
public record Priority(int weight) {}
