package dev.interlock.verifier.prove;

import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import java.util.List;

/// What became of one rule.
///
/// @param looked how many claims were decided
public record Proved(String rule, String reason, int looked, List<Finding> findings) {
  public Proved {
    findings = List.copyOf(findings);
  }

  /// Whether the contract's task outgrew its budget, so that nothing is decided of it.
  public boolean isGivenUp(String contract) {
    return findings.stream()
        .anyMatch(finding ->
            finding.contract().equals(contract)
                && finding.at().isEmpty()
                && finding.evidence() instanceof Evidence.Unresolved);
  }
}
