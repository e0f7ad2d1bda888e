package dev.interlock.simulation.script;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A map of the data being read, part by part. What does not fit is complained of, and something
/// fitting stands in for it until everything has been looked at.
final class Given {
  private final Map<?, ?> map;
  private final String where;
  private final List<String> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private Given(Map<?, ?> map, String where, List<String> problems) {
    this.map = map;
    this.where = where;
    this.problems = problems;
  }

  static Given of(@Nullable Object data, String where, List<String> problems) {
    if (data instanceof Map<?, ?> map) {
      return new Given(map, where, problems);
    }
    problems.add(where + " is no object {...}");
    return new Given(Map.of(), where, problems);
  }

  void complain(String key, String problem) {
    problems.add(where + ", " + key + ": " + problem);
  }

  /// Complains of whatever nobody asked for, which is a slip of the pen more often than not.
  void nothingElse() {
    Set<String> unknown =
        map.keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    unknown.removeAll(asked);
    unknown.forEach(
        key -> complain(key, "means nothing here; there is " + String.join(", ", asked)));
  }

  private Optional<Object> value(String key) {
    asked.add(key);
    return Optional.ofNullable(map.get(key));
  }

  boolean says(String key) {
    return value(key).isPresent();
  }

  boolean isObject(String key) {
    return value(key).orElse("") instanceof Map;
  }

  Optional<String> textIfAny(String key) {
    return value(key).map(value -> text(key, value));
  }

  private String text(String key, Object value) {
    if (value instanceof String text) {
      return text;
    }
    complain(key, "is no text");
    return "?";
  }

  String text(String key) {
    return textIfAny(key).orElseGet(() -> missing(key, "a text", "?"));
  }

  private <T> T missing(String key, String what, T standIn) {
    complain(key, "is missing; give " + what);
    return standIn;
  }

  /// A name, which has to say something.
  <T> T name(String key, Function<String, T> named) {
    return nameIfAny(key, named).orElseGet(() -> missing(key, "a name", named.apply("?")));
  }

  <T> Optional<T> nameIfAny(String key, Function<String, T> named) {
    return value(key).map(value -> named.apply(said(key, value)));
  }

  private String said(String key, @Nullable Object value) {
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    complain(key, "is no name");
    return "?";
  }

  Duration span(String key) {
    return spanIfAny(key).orElseGet(() -> missing(key, "a span such as P1D", Duration.ZERO));
  }

  Optional<Duration> spanIfAny(String key) {
    return textIfAny(key)
        .map(text -> parsed(key, text, "a span such as PT2H", Duration::parse))
        .map(found -> found.orElse(Duration.ZERO));
  }

  /// What a parser of `java.time` makes of the text; empty after a complaint.
  <T> Optional<T> parsed(String key, String text, String example, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeParseException notSo) {
      complain(key, "'" + text + "' is not " + example);
    } catch (DateTimeException unknown) {
      complain(key, "'" + text + "' is not known; give " + example);
    }
    return Optional.empty();
  }

  boolean truth(String key, boolean usual) {
    return value(key).map(value -> truth(key, value)).orElse(usual);
  }

  private boolean truth(String key, Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    complain(key, "is neither true nor false");
    return false;
  }

  /// A number of something, counted from 1.
  int ordinal(String key) {
    return value(key).map(value -> ordinal(key, value)).orElse(1);
  }

  private int ordinal(String key, Object value) {
    if (value instanceof Integer number && number >= 1) {
      return number;
    }
    complain(key, "is no number from 1");
    return 1;
  }

  Optional<BigDecimal> numberIfAny(String key) {
    return value(key).flatMap(value -> number(key, value));
  }

  private Optional<BigDecimal> number(String key, Object value) {
    try {
      return Optional.of(new BigDecimal(value.toString()));
    } catch (NumberFormatException notSo) {
      complain(key, "'" + value + "' is no number");
      return Optional.empty();
    }
  }

  <E extends Enum<E>> E constant(String key, Class<E> type) {
    return constantIfAny(key, type)
        .orElseGet(() -> missing(key, choice(type), type.getEnumConstants()[0]));
  }

  <E extends Enum<E>> Optional<E> constantIfAny(String key, Class<E> type) {
    return textIfAny(key).map(text -> constant(key, text, type));
  }

  private <E extends Enum<E>> E constant(String key, String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> Words.of(constant).equals(text))
        .findFirst()
        .orElseGet(() -> {
          complain(key, "there is no '" + text + "'; give " + choice(type));
          return type.getEnumConstants()[0];
        });
  }

  private static <E extends Enum<E>> String choice(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Words::of)
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  /// A list, each element of which is a constant.
  <E extends Enum<E>> Set<E> constants(String key, Class<E> type) {
    return list(key).stream()
        .map(element -> constant(key, said(key, element), type))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// A list, each element of which is a name.
  <T> List<T> names(String key, Function<String, T> named) {
    return list(key).stream().map(element -> named.apply(said(key, element))).toList();
  }

  /// An object whose keys are names and whose values are texts.
  <K> Map<K, String> texts(String key, Function<String, K> named) {
    Map<K, String> texts = new LinkedHashMap<>();
    part(key)
        .map
        .forEach((name, value) ->
            texts.put(
                named.apply(said(key, name)),
                value instanceof String text ? text : text(key + "." + name, "" + value)));
    return texts;
  }

  /// An object whose keys are constants and whose values are texts.
  <E extends Enum<E>> Map<E, String> textsBy(String key, Class<E> type) {
    return texts(key, name -> constant(key, name, type));
  }

  <E extends Enum<E>> E constantOf(String key, String text, Class<E> type) {
    return constant(key, text, type);
  }

  private List<?> list(String key) {
    return value(key).<List<?>>map(value -> list(key, value)).orElse(List.of());
  }

  private List<?> list(String key, Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    complain(key, "is no list [...]");
    return List.of();
  }

  /// An object inside this one; nothing is in it where there is none.
  Given part(String key) {
    return value(key)
        .map(value -> of(value, where + ", " + key, problems))
        .orElseGet(() -> new Given(Map.of(), where + ", " + key, problems));
  }

  /// A list of objects.
  List<Given> parts(String key) {
    List<?> list = list(key);
    return IntStream.range(0, list.size())
        .mapToObj(i -> of(list.get(i), key + " " + (i + 1), problems))
        .toList();
  }
}
