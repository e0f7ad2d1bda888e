package dev.interlock.verifier.finding;

/// Colours parts of a report, for those who look at it on a terminal.
@FunctionalInterface
public interface Paint {
  /// The text in the colour of its part.
  String on(Part part, String text);

  /// No colours.
  static Paint none() {
    return (_, text) -> text;
  }

  /// What a piece of text is.
  enum Part {
    ERROR,
    WARNING,
    WAIVED,
    MESSAGE,
    GUTTER,
    NOTE
  }
}
