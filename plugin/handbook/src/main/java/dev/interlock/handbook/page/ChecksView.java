package dev.interlock.handbook.page;

import java.util.List;

/// The page of what was checked before anything went live.
///
/// @param summary what came of it, as a sentence
/// @param proof what was proved
/// @param groups findings by contract, those about the operation first
/// @param accepted findings that somebody answers for until a date
/// @param rules every rule that was asked
public record ChecksView(
    Frame frame,
    String summary,
    ProofView proof,
    List<Group> groups,
    List<AcceptedView> accepted,
    List<Rule> rules) {
  public ChecksView {
    groups = List.copyOf(groups);
    accepted = List.copyOf(accepted);
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
