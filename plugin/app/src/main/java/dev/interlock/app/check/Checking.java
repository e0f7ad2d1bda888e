package dev.interlock.app.check;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.Capabilities;
import dev.interlock.crm.highlevel.HighLevelCapabilities;
import dev.interlock.verifier.Beside;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.ReportText;
import dev.interlock.verifier.prove.Proofs;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.rule.CrmLimits;
import dev.interlock.verifier.scenario.Rehearsed;
import dev.interlock.verifier.scenario.Scenario;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Verifies contracts that are to run on HighLevel.
public final class Checking {
  private final Proofs proofs;

  /// @param proofs what is in there is not proved again
  public Checking(Proofs proofs) {
    this.proofs = proofs;
  }

  /// What is wrong with them, with everything explored that can happen. It takes seconds.
  ///
  /// @param today the day by which waivers end
  public Report check(ContractSet set, LocalDate today) {
    return verifier(today).proving(Budget.usual(), proofs).verify(set);
  }

  /// The same, together with what runs already where they are to go live.
  public Report check(ContractSet set, Beside beside, LocalDate today) {
    return verifier(today).proving(Budget.usual(), proofs).verify(set, beside);
  }

  /// The same, and accepted scenarios have to walk everything in them.
  public Report check(ContractSet set, List<Scenario> scenarios, LocalDate today) {
    return verifier(today)
        .proving(Budget.usual(), proofs)
        .and(new Rehearsed(scenarios))
        .verify(set);
  }

  /// What is wrong with them by what they declare and how they are shaped. It takes milliseconds,
  /// and is for contracts that were checked whole before.
  public static Report look(ContractSet set, LocalDate today) {
    return verifier(today).verify(set);
  }

  /// Nothing is asked of them yet: for contracts that were checked whole before, and soon will be
  /// again.
  public static Report later(ContractSet set) {
    return new Report(set.contracts().size(), List.of(), List.of(), List.of());
  }

  private static Verifier verifier(LocalDate today) {
    return Verifier.on(today).within(limits(new HighLevelCapabilities()));
  }

  /// Loads contracts that are to run now.
  ///
  /// @throws CannotRunException when they do not load, or something blocks go-live
  public Cleared requireSound(List<Path> paths, LocalDate today) {
    var set = Contracts.require(paths);
    var report = check(set, today);
    if (!report.isSound()) {
      throw new CannotRunException(
          "these contracts must not go live yet (%s); `interlock verify` says why"
              .formatted(ReportText.summary(report)));
    }
    return new Cleared(set, report);
  }

  private static CrmLimits limits(Capabilities crm) {
    return new CrmLimits(crm.crm(), crm::whyNot, crm::whyNot, crm::whyNot, crm::whyNot);
  }
}
