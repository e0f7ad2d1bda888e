package dev.interlock.app.plugin;

/// Why something does not load, where it stands.
///
/// @param file the path as it was given, or the name of the source file
/// @param line from 1; 0 when it is about the file as a whole
/// @param column from 1; 0 when unknown
public record Fault(String file, int line, int column, String message) {

  /// About a file as a whole.
  static Fault of(Object file, String message) {
    return new Fault(file.toString(), 0, 0, message);
  }

  @Override
  public String toString() {
    return file
        + (line > 0 ? ":" + line : "")
        + (line > 0 && column > 0 ? ":" + column : "")
        + ": "
        + message;
  }
}
