package dev.interlock.engine.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An object being read. Whatever is not as it was written is an [UnreadableException], whose
/// message names keys and no values.
final class In {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final JsonNode node;

  private In(JsonNode node) {
    this.node = node;
  }

  /// @param written an object, or one that was taken apart: its form, and what goes into its gaps
  static In of(String written) {
    try {
      JsonNode node = MAPPER.readTree(written);
      return new In(node.isArray() ? Gaps.filled(node) : node);
    } catch (JacksonException broken) {
      broken.clearLocation();
      throw new UnreadableException("a stored value is no JSON", broken);
    }
  }

  /// What sort of object it is.
  String word() {
    return text(Out.WORD);
  }

  String text(String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isString()) {
      throw new UnreadableException("a stored value lacks the text " + key);
    }
    return value.stringValue();
  }

  <T> T name(String key, Function<String, T> type) {
    return type.apply(text(key));
  }

  <T> Optional<T> maybe(String key, Function<String, T> type) {
    return has(key) ? Optional.of(type.apply(text(key))) : Optional.empty();
  }

  <E extends Enum<E>> E word(String key, Class<E> type) {
    try {
      return Enum.valueOf(type, text(key));
    } catch (IllegalArgumentException unknown) {
      throw new UnreadableException("a stored value has an unknown word under " + key, unknown);
    }
  }

  Instant time(String key) {
    JsonNode value = node.get(key);
    if (value != null && value.isIntegralNumber()) {
      return moment(value.longValue());
    }
    try {
      return Instant.parse(text(key));
    } catch (DateTimeException broken) {
      throw new UnreadableException("a stored value has no moment under " + key, broken);
    }
  }

  static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  long number(String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isIntegralNumber()) {
      throw new UnreadableException("a stored value lacks the number " + key);
    }
    return value.longValue();
  }

  boolean claim(String key) {
    return has(key);
  }

  boolean has(String key) {
    return node.has(key);
  }

  In part(String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isObject()) {
      throw new UnreadableException("a stored value lacks the part " + key);
    }
    return new In(value);
  }

  <T> List<T> names(String key, Function<String, T> type) {
    List<T> names = new ArrayList<>();
    for (JsonNode value : each(node.get(key))) {
      names.add(type.apply(value.stringValue()));
    }
    return names;
  }

  <T> List<T> parts(String key, Function<In, T> form) {
    List<T> parts = new ArrayList<>();
    for (JsonNode value : each(node.get(key))) {
      parts.add(form.apply(new In(value)));
    }
    return parts;
  }

  private static Iterable<JsonNode> each(@Nullable JsonNode array) {
    return array == null ? List.of() : array;
  }

  /// For words that no version of this program has written.
  static UnreadableException unknown(String what, String word) {
    return new UnreadableException(
        "a stored "
            + what
            + " is of the unknown sort '"
            + word
            + "'; was it written by a newer"
            + " version?");
  }
}
