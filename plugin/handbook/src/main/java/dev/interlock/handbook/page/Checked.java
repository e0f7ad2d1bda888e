package dev.interlock.handbook.page;

import dev.interlock.contract.model.ContractId;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.Severity;
import java.util.List;
import java.util.regex.Pattern;

/// What the verifier said about one contract.
///
/// @param brief in a few words
/// @param sentence as a sentence
/// @param sound whether it was asked and found nothing that blocks
record Checked(String brief, String sentence, boolean sound, List<FindingView> findings) {
  private static final Pattern STARRED = Pattern.compile("\\*([^*]+)\\*");

  Checked {
    findings = List.copyOf(findings);
  }

  static Checked of(Edition edition, ContractId contract) {
    return edition
        .report()
        .map(report -> of(report, contract))
        .orElseGet(() ->
            new Checked("not checked", "This edition was made without a check.", false, List.of()));
  }

  private static Checked of(Report report, ContractId contract) {
    List<Finding> findings = findings(report, contract.text());
    long waived =
        report.waived().stream()
            .filter(one -> one.finding().contract().equals(contract.text()))
            .count();
    String accepted =
        waived == 0
            ? ""
            : " " + Phrases.counted(waived, "finding is", "findings are") + " accepted for a time.";
    String asked =
        "It was checked by " + Phrases.counted(report.rules().size(), "rule", "rules") + ": ";
    if (findings.isEmpty()) {
      return new Checked("checked", asked + "nothing was found." + accepted, true, List.of());
    }
    long blocking = findings.stream().filter(Checked::blocks).count();
    String found = Phrases.counted(findings.size(), "finding", "findings");
    String weight =
        blocking == 0
            ? ", none of which keeps it from going live."
            : ", of which " + blocking + " must be settled before it goes live.";
    return new Checked(found, asked + found + weight + accepted, blocking == 0, views(findings));
  }

  /// The findings about a contract of this name; those about the operation have an empty one.
  static List<Finding> findings(Report report, String contract) {
    return report.findings().stream()
        .filter(finding -> finding.contract().equals(contract))
        .toList();
  }

  static List<FindingView> views(List<Finding> findings) {
    return findings.stream()
        .map(one ->
            new FindingView(
                one.rule(), blocks(one), unstarred(one.message()), unstarred(one.help())))
        .toList();
  }

  /// Names stand between stars in the verifier's sentences, and in quotation marks in ours.
  static String unstarred(String words) {
    return Phrases.sentence(STARRED.matcher(words).replaceAll("“$1”"));
  }

  private static boolean blocks(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }
}
