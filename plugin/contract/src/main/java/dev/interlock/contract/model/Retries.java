package dev.interlock.contract.model;

/// How often a step is tried again after a passing fault.
public record Retries(int times) {}
