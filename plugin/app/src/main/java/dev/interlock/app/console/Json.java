package dev.interlock.app.console;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes answers for machines.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /// A record, map or list as one JSON value over several lines.
  public static String of(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
