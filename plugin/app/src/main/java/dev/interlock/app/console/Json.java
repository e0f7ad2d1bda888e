package dev.interlock.app.console;

import tools.jackson.core.JacksonException;
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

  /// The JSON value as maps, lists, texts, numbers and truths.
  ///
  /// @throws CannotRunException naming the line, when the text is no JSON
  public static Object read(String name, String text) {
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JacksonException problem) {
      int line = problem.getLocation() == null ? 0 : problem.getLocation().getLineNr();
      throw new CannotRunException(
          name
              + (line > 0 ? ", line " + line : "")
              + " is no JSON: "
              + problem.getOriginalMessage(),
          problem);
    }
  }

  /// A record, map or list as one JSON value over several lines.
  public static String of(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
