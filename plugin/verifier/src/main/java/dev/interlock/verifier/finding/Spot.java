package dev.interlock.verifier.finding;

/// A place in an author's source, as a report shows it.
///
/// @param file the path to open, or as much of it as is known; empty when nothing is
/// @param line from 1; 0 when the file as a whole is meant
/// @param column of the first character that is meant, from 1; 0 when the line as a whole is meant
/// @param length how many characters are meant; 0 when the line as a whole is meant
/// @param text the line itself; empty when the source is not at hand
public record Spot(String file, int line, int column, int length, String text) {

  /// A place of which only the name and the line are known.
  public static Spot of(String file, int line) {
    return new Spot(file, line, 0, 0, "");
  }

  /// As editors read it; empty when nothing is known.
  public String words() {
    return line > 0 ? file + ":" + line : file;
  }
}
