package dev.interlock.sandbox.world;

/// A tag of the location. Its name is lower-cased.
public record Tag(String id, String name) {}
