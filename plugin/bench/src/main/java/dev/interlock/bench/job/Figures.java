package dev.interlock.bench.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What came out, as a table for people or as one JSON object.
final class Figures {
  private final List<Figure> all = new ArrayList<>();

  /// @param key its name in JSON
  /// @param target what it should be, in words; empty where nothing is asked
  private record Figure(String key, String words, double value, String target) {}

  Figures add(String key, String words, double value) {
    return add(key, words, value, "");
  }

  Figures add(String key, String words, double value, String target) {
    all.add(new Figure(key, words, value, target));
    return this;
  }

  String json() {
    return all.stream()
        .map(each -> "\"%s\": %s".formatted(each.key(), number(each.value())))
        .collect(Collectors.joining(",\n  ", "{\n  ", "\n}"));
  }

  String table() {
    int width = all.stream().mapToInt(each -> each.words().length()).max().orElse(0);
    var lines = new StringBuilder();
    for (Figure each : all) {
      lines.append(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %12s  %s",
              each.words(),
              words(each.value()),
              each.target().isEmpty() ? "" : "target " + each.target()));
      lines.append(System.lineSeparator());
    }
    return lines.toString();
  }

  /// What cannot be told on this system is null.
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "null";
    }
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String words(double value) {
    if (Double.isNaN(value)) {
      return "not known";
    }
    return Math.abs(value) >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
