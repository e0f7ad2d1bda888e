package dev.interlock.handbook.page;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.page.ChecksView.Group;
import dev.interlock.handbook.page.ChecksView.Rule;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.Titles;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.RuleOutcome;
import dev.interlock.verifier.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/// Reads the page of what was checked.
public final class ChecksReader {
  private final ContractSet set;
  private final Edition edition;
  private final Findings findings;
  private final ProofReader proofs;

  /// Reads the checks of a set; `pages` is what goes before the file name of a page.
  public ChecksReader(ContractSet set, Edition edition, String pages) {
    this.set = set;
    this.edition = edition;
    this.findings = new Findings(Titles.of(set), pages);
    this.proofs = new ProofReader(set, edition, pages);
  }

  /// The page.
  public ChecksView view(Frame frame) {
    return edition
        .report()
        .map(report -> view(frame, report))
        .orElseGet(() ->
            new ChecksView(
                frame,
                "This edition was made without a check.",
                proofs.whole(),
                List.of(),
                List.of(),
                List.of()));
  }

  private ChecksView view(Frame frame, Report report) {
    AcceptedReader accepted = new AcceptedReader(edition, findings);
    return new ChecksView(
        frame,
        summary(report),
        proofs.whole(),
        groups(report),
        set.contracts().stream().flatMap(one -> accepted.of(one).stream()).toList(),
        report.rules().stream().map(ChecksReader::rule).toList());
  }

  private static String summary(Report report) {
    if (report.rules().isEmpty()) {
      return "They were checked before they went live, and are being checked again since the start.";
    }
    String asked =
        Phrases.counted(report.rules().size(), "rule", "rules")
            + " looked at "
            + Phrases.counted(report.contracts(), "workflow", "workflows");
    if (report.isSound()) {
      return Phrases.capital(asked + " and found nothing that keeps them from going live.");
    }
    int blocking = report.count(Severity.ERROR);
    return Phrases.capital(
        asked
            + ": "
            + Phrases.counted(blocking, "finding", "findings")
            + " to settle before going live, and "
            + report.count(Severity.WARNING)
            + " that nobody has acknowledged.");
  }

  private List<Group> groups(Report report) {
    List<Group> groups = new ArrayList<>();
    add(groups, new Link(set.operation().name(), ""), "", report);
    for (Contract contract : set.contracts()) {
      String name = contract.id().text();
      add(groups, findings.link(name), name, report);
    }
    return groups;
  }

  private void add(List<Group> groups, Link about, String contract, Report report) {
    List<Finding> said = Findings.saidOf(report, contract);
    if (!said.isEmpty()) {
      groups.add(new Group(about, findings.views(said, contract)));
    }
  }

  /// A rule that looked at nothing has proved nothing, and says so.
  private static Rule rule(RuleOutcome outcome) {
    String reason = Findings.sentence(outcome.reason());
    if (outcome.looked() == 0) {
      return new Rule(outcome.rule(), reason, "nothing to look at", false);
    }
    String looked = "looked at " + Phrases.counted(outcome.looked(), "place", "places");
    String found =
        outcome.found() == 0 ? "" : ", " + Phrases.counted(outcome.found(), "finding", "findings");
    return new Rule(outcome.rule(), reason, looked + found, outcome.found() == 0);
  }
}
