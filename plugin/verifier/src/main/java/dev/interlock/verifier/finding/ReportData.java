package dev.interlock.verifier.finding;

import dev.interlock.contract.model.Declaration.Waives;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// A report as plain data, to be written as JSON by whoever has a library for it.
///
/// @param ok whether nothing blocks go-live
/// @param on the day on which it was verified, as `2026-11-23`; empty when it is not known
public record ReportData(
    boolean ok,
    String on,
    int contracts,
    int errors,
    int warnings,
    ProofData proof,
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
    return of(Review.of(report, Spots.remembered()));
  }

  /// The same review as data.
  public static ReportData of(Review review) {
    return new ReportData(
        review.isSound(),
        review.on().map(LocalDate::toString).orElse(""),
        review.contracts(),
        review.count(Severity.ERROR),
        review.count(Severity.WARNING),
        ProofData.of(review.proof()),
        review.open().stream().map(FindingData::of).toList(),
        review.waived().stream().flatMap(WaivedData::of).toList(),
        review.rules());
  }

  /// A finding; `line` is 0 when only the file is known, `column` when only the line is.
  ///
  /// @param other the other contract, where it is about two; empty where it is about one
  /// @param trace the file with its story, to be played again; empty unless it was written
  /// @param replay the command that plays it; empty unless it was written
  /// @param watched whether a monitor sees the rule broken in it, so that the command ends with 1
  ///   and names it
  public record FindingData(
      String rule,
      String severity,
      String contract,
      String at,
      String other,
      String file,
      int line,
      int column,
      String message,
      String help,
      EvidenceData evidence,
      String trace,
      String replay,
      boolean watched) {
    /// A remark as data.
    public static FindingData of(Remark remark) {
      Finding finding = remark.finding();
      return new FindingData(
          finding.rule(),
          finding.severity().word(),
          finding.contract(),
          finding.at(),
          finding.other(),
          remark.spot().file(),
          remark.spot().line(),
          remark.spot().column(),
          finding.message(),
          finding.help(),
          EvidenceData.of(finding.evidence()),
          remark.replay().map(Replay::file).orElse(""),
          remark.replay().map(Replay::command).orElse(""),
          remark.replay().filter(Replay::isSeen).isPresent());
    }
  }

  /// A waived finding, and who answers for it.
  public record WaivedData(
      FindingData finding, String reason, String decidedBy, String compensation, LocalDate until) {
    private static Stream<WaivedData> of(Remark remark) {
      return remark.waiver().stream().map(waiver -> of(remark, waiver));
    }

    private static WaivedData of(Remark remark, Waives waiver) {
      return new WaivedData(
          FindingData.of(remark),
          waiver.reason(),
          waiver.decidedBy(),
          waiver.compensation(),
          waiver.until());
    }
  }
}
