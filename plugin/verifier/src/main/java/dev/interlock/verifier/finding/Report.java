package dev.interlock.verifier.finding;

import java.util.List;

/// The result of a verification.
///
/// @param contracts how many contracts were verified
/// @param findings those that nobody answers for, in the order of the source
/// @param waived those that are waived
/// @param rules every rule that was asked, also those that found nothing
public record Report(
    int contracts, List<Finding> findings, List<Waived> waived, List<RuleOutcome> rules) {
  public Report {
    findings = List.copyOf(findings);
    waived = List.copyOf(waived);
    rules = List.copyOf(rules);
  }

  /// Whether nothing blocks go-live.
  public boolean isSound() {
    return count(Severity.ERROR) == 0;
  }

  /// How many findings weigh so much.
  public int count(Severity severity) {
    return Math.toIntExact(
        findings.stream().filter(finding -> finding.severity() == severity).count());
  }
}
