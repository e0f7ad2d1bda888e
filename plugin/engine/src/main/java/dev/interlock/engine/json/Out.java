package dev.interlock.engine.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An object being written. What is empty is left out.
final class Out {
  static final String WORD = "is";

  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  /// An object without a word of its own.
  static Out plain() {
    return new Out();
  }

  /// An object of this sort.
  static Out is(String word) {
    return new Out().text(WORD, word);
  }

  Out text(String key, String value) {
    node.put(key, value);
    return this;
  }

  /// A value that writes itself as text, such as a name.
  Out name(String key, Object value) {
    return text(key, value.toString());
  }

  Out maybe(String key, Optional<?> value) {
    value.ifPresent(each -> name(key, each));
    return this;
  }

  /// Microseconds since 1970 UTC; in letters where the moment is given more finely.
  Out time(String key, Instant value) {
    long micros = Instant.EPOCH.until(value.truncatedTo(ChronoUnit.MICROS), ChronoUnit.MICROS);
    return In.moment(micros).equals(value) ? number(key, micros) : text(key, value.toString());
  }

  Out number(String key, long value) {
    node.put(key, value);
    return this;
  }

  /// A claim; left out when it does not hold.
  Out claim(String key, boolean holds) {
    if (holds) {
      node.put(key, true);
    }
    return this;
  }

  Out part(String key, Out value) {
    node.set(key, value.node);
    return this;
  }

  Out names(String key, Collection<?> values) {
    if (values.isEmpty()) {
      return this;
    }
    ArrayNode array = node.putArray(key);
    values.forEach(value -> array.add(value.toString()));
    return this;
  }

  <T> Out parts(String key, Collection<? extends T> values, Function<T, Out> form) {
    if (values.isEmpty()) {
      return this;
    }
    ArrayNode array = node.putArray(key);
    values.forEach(value -> array.add(form.apply(value).node));
    return this;
  }

  /// The same, taken apart.
  ///
  /// @param keys under which stands what is of one row alone
  Written apart(Set<String> keys) {
    return Gaps.left(node, keys);
  }

  String written() {
    return node.toString();
  }
}
