package dev.interlock.verifier.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The result of a verification.
///
/// @param contracts how many contracts were verified
/// @param findings those that nobody answers for, in the order of the source
/// @param waived those that are waived
/// @param rules every rule that was asked, also those that found nothing
/// @param on the day on which it was verified; empty where the result must not depend on it
/// @param proof how far it was explored what can happen
/// @param rehearsals accepted scenarios that came to what was accepted
public record Report(
    int contracts,
    List<Finding> findings,
    List<Waived> waived,
    List<RuleOutcome> rules,
    Optional<LocalDate> on,
    Proof proof,
    List<Rehearsal> rehearsals) {
  public Report {
    findings = List.copyOf(findings);
    waived = List.copyOf(waived);
    rules = List.copyOf(rules);
    rehearsals = List.copyOf(rehearsals);
  }

  /// A result for which no scenario was played.
  public Report(
      int contracts,
      List<Finding> findings,
      List<Waived> waived,
      List<RuleOutcome> rules,
      Optional<LocalDate> on,
      Proof proof) {
    this(contracts, findings, waived, rules, on, proof, List.of());
  }

  /// A result on no day, with nothing explored.
  public Report(
      int contracts, List<Finding> findings, List<Waived> waived, List<RuleOutcome> rules) {
    this(contracts, findings, waived, rules, Optional.empty(), new Proof.Unasked());
  }

  /// The same result, on no day: for what is to be the same whenever it is made.
  public Report undated() {
    return new Report(contracts, findings, waived, rules, Optional.empty(), proof, rehearsals);
  }

  /// The same result, and these scenarios came to what was accepted.
  public Report rehearsed(List<Rehearsal> played) {
    return new Report(contracts, findings, waived, rules, on, proof, played);
  }

  /// The same result, with these findings and rules besides.
  public Report and(List<Finding> more, RuleOutcome rule) {
    return new Report(
        contracts,
        Stream.concat(findings.stream(), more.stream()).toList(),
        waived,
        Stream.concat(rules.stream(), Stream.of(rule)).toList(),
        on,
        proof,
        rehearsals);
  }

  /// Whether nothing keeps it from going live: no error, and no warning that nobody acknowledges.
  public boolean isSound() {
    return findings.stream().noneMatch(finding -> finding.severity().blocks());
  }

  /// How many findings weigh so much.
  public int count(Severity severity) {
    return Math.toIntExact(
        findings.stream().filter(finding -> finding.severity() == severity).count());
  }
}
