package dev.interlock.verifier.prove.telling;

import java.util.List;

/// Clauses and sentences.
public final class Sentences {
  private static final List<String> DOING =
      List.of("Waits ", "Listens ", "Takes ", "Draws ", "Goes ");

  private Sentences() {}

  /// Without the full stop.
  static String bare(String sentence) {
    return sentence.strip().replaceFirst("[.!]$", "");
  }

  /// The clause, beginning small, as it goes on after a colon.
  static String begun(String sentence) {
    String bare = bare(sentence);
    return bare.isEmpty() || bare.startsWith("The CRM")
        ? bare.replaceFirst("^The", "the")
        : Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
  }

  /// Whether the sentence says what somebody does, without saying who.
  static boolean isDoing(String sentence) {
    return DOING.stream().anyMatch(sentence::startsWith);
  }

  /// As in `begins, adds the tag and waits 1 day`.
  public static String joined(List<String> parts) {
    return parts.size() < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }

  /// What stands behind the first colon, if there is one.
  static String behindColon(String sentence) {
    int colon = sentence.indexOf(": ");
    return colon < 0 ? sentence : sentence.substring(colon + 2);
  }

  /// The clause as a sentence.
  static String of(String clause) {
    boolean name = clause.startsWith("*") || clause.startsWith("`");
    String begun =
        name || clause.isEmpty()
            ? clause
            : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    return begun.matches(".*[.!?]") ? begun : begun + ".";
  }
}
