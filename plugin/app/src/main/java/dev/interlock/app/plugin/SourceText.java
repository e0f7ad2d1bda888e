package dev.interlock.app.plugin;

import dev.interlock.verifier.finding.Spot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The lines of source files, read when they are first shown. Thread-safe.
final class SourceText {
  private final Map<Path, List<String>> files = new ConcurrentHashMap<>();

  /// A place in a file, with its line.
  Spot at(Path file, int line, int column, int length) {
    return new Spot(file.toString(), line, column, length, line(file, line));
  }

  String line(Path file, int line) {
    var lines = files.computeIfAbsent(file, SourceText::read);
    return line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
  }

  /// What cannot be read is not shown; that it cannot be read is said elsewhere.
  private static List<String> read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
