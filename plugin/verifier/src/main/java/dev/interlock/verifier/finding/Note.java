package dev.interlock.verifier.finding;

import java.util.List;

/// Something said about a finding below its line, with lines short enough to read.
///
/// @param label what it is, such as `help`
/// @param lines what belongs to it line by line, such as a story
record Note(String label, String words, List<String> lines) {
  private static final int WIDTH = 100;

  Note(String label, String words) {
    this(label, words, List.of());
  }

  /// Its lines, each ended.
  ///
  /// @param margin the blanks before the bar of the snippet above
  String text(String margin, Paint paint) {
    String bullet = margin + " = ";
    String start = bullet + label + ":";
    StringBuilder text =
        new StringBuilder(paint.on(Paint.Part.GUTTER, bullet))
            .append(paint.on(Paint.Part.NOTE, label + ":"));
    wrap(text, words, start.length(), start.length());
    for (String line : lines) {
      String indent = " ".repeat(bullet.length() + 1);
      text.append(indent);
      wrap(text, line, indent.length(), indent.length() + 4);
    }
    return text.toString();
  }

  /// @param column where the text stands already
  /// @param indent where further lines begin
  private static void wrap(StringBuilder text, String words, int column, int indent) {
    int at = column;
    for (String word : Visible.line(words).split(" +", -1)) {
      if (at + 1 + word.length() > WIDTH && at > indent) {
        text.append('\n').append(" ".repeat(indent));
        at = indent;
      }
      text.append(' ').append(word);
      at += 1 + word.length();
    }
    text.append('\n');
  }
}
