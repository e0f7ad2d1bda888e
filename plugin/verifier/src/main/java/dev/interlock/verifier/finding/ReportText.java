package dev.interlock.verifier.finding;

import dev.interlock.contract.model.Position;

/// A report as compilers print it: one line per finding, that editors can jump to, and what to do
/// below it.
public final class ReportText {
  private ReportText() {}

  /// The whole report, each line ended.
  public static String of(Report report) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : report.findings()) {
      line(text, finding, finding.severity().word());
      text.append("    help: ").append(finding.help()).append('\n');
    }
    for (Waived waived : report.waived()) {
      line(text, waived.finding(), "waived");
      text.append("    until ")
          .append(waived.waiver().until())
          .append(" by ")
          .append(waived.waiver().decidedBy())
          .append(": ")
          .append(waived.waiver().reason())
          .append('\n');
    }
    return text.append(summary(report)).append('\n').toString();
  }

  /// The last line alone.
  public static String summary(Report report) {
    String checked =
        "%s, %s"
            .formatted(
                counted(report.contracts(), "contract"), counted(report.rules().size(), "rule"));
    String waived =
        report.waived().isEmpty()
            ? ""
            : ", %s waived".formatted(counted(report.waived().size(), "finding"));
    if (report.findings().isEmpty()) {
      return checked + ": nothing found" + waived;
    }
    return checked
        + ": "
        + counted(report.count(Severity.ERROR), "error")
        + ", "
        + counted(report.count(Severity.WARNING), "warning")
        + waived;
  }

  private static void line(StringBuilder text, Finding finding, String weight) {
    Position position = finding.position();
    if (position.line() > 0) {
      text.append(position.file()).append(':').append(position.line()).append(": ");
    }
    text.append(weight).append('[').append(finding.rule()).append("]: ");
    if (!finding.contract().isEmpty()) {
      text.append(finding.contract()).append(": ");
    }
    text.append(finding.message()).append('\n');
  }

  private static String counted(int number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }
}
