package dev.interlock.crm.highlevel.deed;

import java.util.Optional;

/// Short references at the end of tasks and notes, by which they are found again.
///
/// HighLevel accepts no client's reference of its own, so it stands in the text where people see
/// it: `[ref 7f3a]`.
final class Marks {
  private Marks() {}

  static String marked(String text, String mark) {
    String words = text.strip();
    return words.isEmpty() ? written(mark) : words + "\n\n" + written(mark);
  }

  static boolean carries(Optional<String> text, String mark) {
    return text.filter(words -> words.contains(written(mark))).isPresent();
  }

  private static String written(String mark) {
    return "[ref " + mark + "]";
  }
}
