package dev.interlock.sandbox.world;

/// A form on the business's site.
public record Form(String id, String name) {}
