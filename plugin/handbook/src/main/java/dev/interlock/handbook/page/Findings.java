package dev.interlock.handbook.page;

import dev.interlock.contract.model.ContractId;
import dev.interlock.handbook.words.Anchors;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.Titles;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.Severity;
import java.util.List;

/// Reads findings for pages.
///
/// @param titles what contracts are called
/// @param pages what goes before the file name of a page
record Findings(Titles titles, String pages) {

  /// The findings said of a contract of this name; those said of the operation have an empty one.
  static List<Finding> saidOf(Report report, String contract) {
    return report.findings().stream()
        .filter(finding -> finding.contract().equals(contract))
        .toList();
  }

  /// The findings that a contract has a part in: what two contracts do to each other is said of one
  /// of them, and concerns both.
  static List<Finding> concerning(Report report, ContractId contract) {
    return report.findings().stream()
        .filter(finding ->
            finding.contract().equals(contract.text()) || finding.at().equals(contract.text()))
        .toList();
  }

  /// The findings as the page of a contract shows them.
  List<FindingView> views(List<Finding> findings, String contract) {
    return findings.stream().map(finding -> view(finding, contract)).toList();
  }

  private FindingView view(Finding finding, String contract) {
    return new FindingView(
        finding.rule(),
        blocks(finding),
        sentence(finding.message()),
        sentence(finding.help()),
        finding.contract().equals(contract) ? List.of() : List.of(link(finding.contract())),
        Tales.of(finding.evidence()));
  }

  /// The contract's title, leading to its page.
  Link link(String contract) {
    ContractId id = new ContractId(contract);
    return new Link(titles.of(id), titles.byId().containsKey(id) ? pages + Anchors.page(id) : "");
  }

  static boolean blocks(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }

  /// A clause of the verifier as a sentence of ours.
  static String sentence(String clause) {
    return Phrases.sentence(Tales.quoted(clause));
  }
}
