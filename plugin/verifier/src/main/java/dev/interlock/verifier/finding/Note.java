package dev.interlock.verifier.finding;

/// Something said about a finding below its line, with lines short enough to read.
///
/// @param label what it is, such as `help`
record Note(String label, String words) {
  private static final int WIDTH = 100;

  /// Its lines, each ended.
  ///
  /// @param margin the blanks before the bar of the snippet above
  String text(String margin, Paint paint) {
    String bullet = margin + " = ";
    String indent = " ".repeat(bullet.length() + label.length() + 2);
    StringBuilder text =
        new StringBuilder(paint.on(Paint.Part.GUTTER, bullet))
            .append(paint.on(Paint.Part.NOTE, label + ":"));
    int column = bullet.length() + label.length() + 1;
    for (String word : Visible.line(words).split(" +", -1)) {
      if (column + 1 + word.length() > WIDTH && column > indent.length()) {
        text.append('\n').append(indent, 0, indent.length() - 1);
        column = indent.length() - 1;
      }
      text.append(' ').append(word);
      column += 1 + word.length();
    }
    return text.append('\n').toString();
  }
}
