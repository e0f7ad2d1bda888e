package dev.interlock.verifier.finding;

/// Makes text fit for a terminal: what an author typed must neither move the cursor nor turn the
/// direction of writing.
final class Visible {
  private Visible() {}

  /// The text on one line, with anything hidden in it replaced.
  static String line(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().map(Visible::shown).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static int shown(int character) {
    if (character == '\n') {
      return ' ';
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\t' ? character : '\uFFFD';
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
      case Character.SURROGATE -> '\uFFFD';
      default -> character;
    };
  }
}
