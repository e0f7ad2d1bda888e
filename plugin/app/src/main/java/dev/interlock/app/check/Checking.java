package dev.interlock.app.check;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Position;
import dev.interlock.crm.Capabilities;
import dev.interlock.crm.highlevel.HighLevelCapabilities;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.ReportText;
import dev.interlock.verifier.rule.CrmLimits;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Verifies contracts that are to run on HighLevel.
public final class Checking {
  private Checking() {}

  /// What is wrong with them.
  ///
  /// @param today the day by which waivers end
  public static Report check(ContractSet set, LocalDate today) {
    return Verifier.on(today).within(limits(new HighLevelCapabilities())).verify(set);
  }

  /// The same, with the paths of the source files in place of their names.
  public static Report check(ContractSet set, Map<String, Path> sources, LocalDate today) {
    Report report = check(set, today);
    return new Report(
        report.contracts(),
        report.findings().stream().map(finding -> located(finding, sources)).toList(),
        report.waived(),
        report.rules());
  }

  /// Loads contracts that are to run now.
  ///
  /// @throws CannotRunException when they do not load, or something blocks go-live
  public static ContractSet requireSound(List<Path> paths, LocalDate today) {
    var set = Contracts.require(paths);
    var report = check(set, today);
    if (!report.isSound()) {
      throw new CannotRunException(
          "these contracts must not go live yet (%s); `interlock verify` says why"
              .formatted(ReportText.summary(report)));
    }
    return set;
  }

  private static CrmLimits limits(Capabilities crm) {
    return new CrmLimits(crm.crm(), crm::whyNot, crm::whyNot, crm::whyNot, crm::whyNot);
  }

  private static Finding located(Finding finding, Map<String, Path> sources) {
    var path = sources.get(finding.position().file());
    return path == null
        ? finding
        : new Finding(
            finding.rule(),
            finding.severity(),
            finding.contract(),
            finding.at(),
            Position.at(path.toString(), finding.position().line()),
            finding.message(),
            finding.help());
  }
}
