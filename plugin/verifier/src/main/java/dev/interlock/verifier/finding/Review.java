package dev.interlock.verifier.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A report with the places of its findings: what every rendering starts from, whether rules or a
/// compiler made the findings.
///
/// @param contracts how many contracts were verified
/// @param remarks first the findings that nobody answers for, then those that are waived
/// @param rules every rule that was asked; none when the contracts could not be read
/// @param on the day on which it was verified; empty when it is not known
/// @param proof how far it was explored what can happen
/// @param rehearsals how many accepted scenarios came to what was accepted
public record Review(
    int contracts,
    List<Remark> remarks,
    List<RuleOutcome> rules,
    Optional<LocalDate> on,
    Proof proof,
    int rehearsals) {
  public Review {
    remarks = List.copyOf(remarks);
    rules = List.copyOf(rules);
  }

  /// A report, with the places as the spots know them.
  public static Review of(Report report, Spots spots) {
    List<Remark> remarks = new ArrayList<>();
    report.findings().forEach(finding -> remarks.add(Remark.of(finding, spots.of(finding))));
    for (Waived waived : report.waived()) {
      remarks.add(Remark.waived(waived, spots.of(waived.finding())));
    }
    return new Review(
        report.contracts(),
        remarks,
        report.rules(),
        report.on(),
        report.proof(),
        report.rehearsals().size());
  }

  /// Contracts that could not even be asked.
  public static Review unread(List<Remark> remarks) {
    return new Review(0, remarks, List.of(), Optional.empty(), new Proof.Unasked(), 0);
  }

  /// The same review, with each remark made into another.
  public Review map(UnaryOperator<Remark> change) {
    return new Review(
        contracts, remarks.stream().map(change).toList(), rules, on, proof, rehearsals);
  }

  /// The findings that nobody answers for.
  public List<Remark> open() {
    return remarks.stream().filter(remark -> !remark.isWaived()).toList();
  }

  /// The findings that somebody answers for.
  public List<Remark> waived() {
    return remarks.stream().filter(Remark::isWaived).toList();
  }

  /// How many findings that nobody answers for weigh so much.
  public int count(Severity severity) {
    return Math.toIntExact(
        open().stream().filter(remark -> remark.finding().severity() == severity).count());
  }

  /// Whether nothing keeps it from going live: no error, and no warning that nobody acknowledges.
  public boolean isSound() {
    return open().stream().noneMatch(remark -> remark.finding().severity().blocks());
  }
}
