package dev.interlock.verifier.finding;

import java.time.LocalDate;
import java.util.List;

/// A report as plain data, to be written as JSON by whoever has a library for it.
///
/// @param ok whether nothing blocks go-live
public record ReportData(
    boolean ok,
    int contracts,
    int errors,
    int warnings,
    List<FindingData> findings,
    List<WaivedData> waived,
    List<RuleOutcome> rules) {
  public ReportData {
    findings = List.copyOf(findings);
    waived = List.copyOf(waived);
    rules = List.copyOf(rules);
  }

  /// The same report as data.
  public static ReportData of(Report report) {
    return new ReportData(
        report.isSound(),
        report.contracts(),
        report.count(Severity.ERROR),
        report.count(Severity.WARNING),
        report.findings().stream().map(FindingData::of).toList(),
        report.waived().stream().map(WaivedData::of).toList(),
        report.rules());
  }

  /// A finding; `line` is 0 when unknown.
  public record FindingData(
      String rule,
      String severity,
      String contract,
      String at,
      String file,
      int line,
      String message,
      String help) {
    private static FindingData of(Finding finding) {
      return new FindingData(
          finding.rule(),
          finding.severity().word(),
          finding.contract(),
          finding.at(),
          finding.position().file(),
          finding.position().line(),
          finding.message(),
          finding.help());
    }
  }

  /// A waived finding, and who answers for it.
  public record WaivedData(
      FindingData finding, String reason, String decidedBy, String compensation, LocalDate until) {
    private static WaivedData of(Waived waived) {
      return new WaivedData(
          FindingData.of(waived.finding()),
          waived.waiver().reason(),
          waived.waiver().decidedBy(),
          waived.waiver().compensation(),
          waived.waiver().until());
    }
  }
}
