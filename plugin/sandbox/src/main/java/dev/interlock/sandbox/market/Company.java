package dev.interlock.sandbox.market;

/// An agency.
public record Company(String id, String name) {}
