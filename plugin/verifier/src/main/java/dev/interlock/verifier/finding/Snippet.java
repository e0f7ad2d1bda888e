package dev.interlock.verifier.finding;

/// The line of the source that is meant, with a mark below what is meant of it.
record Snippet(Spot spot, Paint.Part part, Paint paint) {

  /// The blanks before the bar, as wide as the line's number.
  String margin() {
    return " ".repeat(isShown() ? Math.max(2, number().length()) : 2);
  }

  /// Its lines, each ended; empty when the source is not at hand.
  String text() {
    if (!isShown()) {
      return "";
    }
    String code = Visible.line(spot.text().stripTrailing());
    String bar = paint.on(Paint.Part.GUTTER, margin() + " |");
    return bar
        + "\n"
        + paint.on(Paint.Part.GUTTER, "%s%s |".formatted(pad(), number()))
        + " "
        + code
        + "\n"
        + bar
        + " "
        + blanks(code)
        + paint.on(part, "^".repeat(length(code)))
        + "\n";
  }

  private boolean isShown() {
    return spot.line() > 0 && !spot.text().isBlank();
  }

  private String number() {
    return String.valueOf(spot.line());
  }

  private String pad() {
    return " ".repeat(margin().length() - number().length());
  }

  /// Tabs stay tabs, so that the mark stands below what it means however wide they are.
  private String blanks(String code) {
    return code.substring(0, start(code)).replaceAll("[^\t]", " ");
  }

  private int start(String code) {
    if (spot.column() > 0 && spot.column() <= code.length()) {
      return spot.column() - 1;
    }
    return code.length() - code.stripLeading().length();
  }

  private int length(String code) {
    int left = code.length() - start(code);
    boolean whole = spot.column() == 0 || spot.column() > code.length();
    return Math.max(1, whole ? left : Math.min(spot.length(), left));
  }
}
