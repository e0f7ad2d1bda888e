package dev.interlock.app.plugin;

import java.nio.file.Path;

/// Where a class was read from.
///
/// @param file its source file, or the jar that it is in
/// @param type its name
public record Origin(Path file, String type) {

  boolean isJar() {
    return file.toString().endsWith(".jar");
  }

  /// For messages.
  String words() {
    return isJar() ? file + " (" + type + ")" : file.toString();
  }
}
