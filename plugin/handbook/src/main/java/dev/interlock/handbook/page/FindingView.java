package dev.interlock.handbook.page;

import java.util.List;

/// One finding of the verifier.
///
/// @param blocks whether it keeps the contract from going live
/// @param words what is wrong
/// @param advice what to do about it; may be empty
/// @param saidOf the other contract that it was said of; none when it is this one
/// @param stories what it rests on; none when the declaration is enough
public record FindingView(
    String rule,
    boolean blocks,
    String words,
    String advice,
    List<Link> saidOf,
    List<Tale> stories) {
  public FindingView {
    saidOf = List.copyOf(saidOf);
    stories = List.copyOf(stories);
  }

  /// What a finding rests on.
  ///
  /// @param heading what kind of story it is, as a sentence
  /// @param lines what happens, in order; none where nothing has to happen
  /// @param assumption what would rule it out; empty where it did happen
  public record Tale(String heading, List<Line> lines, String assumption) {
    public Tale {
      lines = List.copyOf(lines);
    }
  }

  /// One thing that happens.
  ///
  /// @param time when; empty when it is at the same moment as before
  /// @param wrong whether it is what is wrong
  public record Line(String time, String words, boolean wrong) {}
}
