package dev.interlock.app.console;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes answers for machines.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /// An object to put things into, where a record would need too many empty places.
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// A record, map or list as one JSON value over several lines.
  public static String of(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
