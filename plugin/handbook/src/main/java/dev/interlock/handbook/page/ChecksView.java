package dev.interlock.handbook.page;

import java.util.List;

/// The page of what was checked before anything went live.
///
/// @param summary what came of it, as a sentence
/// @param sound whether it was asked and nothing blocks
/// @param groups findings by contract, those about the operation first
/// @param waived findings that somebody answers for until a date, as sentences
/// @param rules every rule that was asked
public record ChecksView(
    Frame frame,
    String summary,
    boolean sound,
    List<Group> groups,
    List<String> waived,
    List<Rule> rules) {
  public ChecksView {
    groups = List.copyOf(groups);
    waived = List.copyOf(waived);
    rules = List.copyOf(rules);
  }

  /// The findings about one contract, or about the operation.
  public record Group(Link about, List<FindingView> findings) {
    public Group {
      findings = List.copyOf(findings);
    }
  }

  /// One rule.
  ///
  /// @param came what came of it, in a few words
  public record Rule(String id, String reason, String came, boolean clean) {}
}
