package dev.interlock.sandbox.http;

import dev.interlock.sandbox.world.World;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// A request that has found its operation.
///
/// @param path what the placeholders of the path stand for
/// @param query the query's parameters, the first of each
/// @param body the JSON object that was sent; empty when there was none
record Call(World world, Map<String, String> path, Map<String, String> query, ObjectNode body) {

  String path(String name) {
    var value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no placeholder " + name + " in this path");
    }
    return value;
  }

  /// A parameter; empty when not given.
  String query(String name) {
    return query.getOrDefault(name, "");
  }

  /// A parameter that has to be there.
  String neededQuery(String name) {
    var value = query(name);
    if (value.isEmpty()) {
      throw Refused.invalid(name + " should not be empty");
    }
    return value;
  }

  /// A whole number; the fallback when not given.
  int number(String name, int fallback, int most) {
    var value = query(name);
    if (value.isEmpty()) {
      return fallback;
    }
    if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > most) {
      throw Refused.invalid(name + " must be a number not greater than " + most);
    }
    return Integer.parseInt(value);
  }

  /// Refuses to speak about any location but the token's own.
  void needsLocation(String locationId) {
    if (!world.directory().location().id().equals(locationId)) {
      throw Refused.foreignLocation();
    }
  }
}
