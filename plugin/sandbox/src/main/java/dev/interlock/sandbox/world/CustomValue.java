package dev.interlock.sandbox.world;

/// A constant of the whole location, such as its booking link.
public record CustomValue(String id, String name, String key, String value) {}
