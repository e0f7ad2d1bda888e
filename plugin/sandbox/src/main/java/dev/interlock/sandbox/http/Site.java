package dev.interlock.sandbox.http;

import dev.interlock.sandbox.world.World;

/// A location behind the API, and what becomes of requests to it.
record Site(World world, Trouble.Fates fates) {

  String id() {
    return world.directory().location().id();
  }

  /// Whether something is this location, or one of its own things.
  boolean owns(String identifier) {
    return id().equals(identifier) || world.hasIssued(identifier);
  }
}
