package dev.interlock.handbook.page;

import dev.interlock.contract.model.ContractId;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Proof;
import dev.interlock.verifier.finding.Report;
import java.util.List;

/// What the verifier said about one contract.
///
/// @param brief in a few words
/// @param sentence as a sentence
/// @param sound whether it was asked and found nothing that blocks
record Checked(String brief, String sentence, boolean sound) {

  static Checked of(Edition edition, ContractId contract) {
    return edition
        .report()
        .map(report -> of(report, contract))
        .map(checked -> checked.since(edition.unfounded().getOrDefault(contract, List.of())))
        .orElseGet(
            () -> new Checked("not checked", "This edition was made without a check.", false));
  }

  /// The same, since somebody did what nobody is declared to do.
  private Checked since(List<String> unfounded) {
    return unfounded.isEmpty()
        ? this
        : new Checked(
            "no longer founded",
            sentence + " No longer founded: " + String.join(" ", unfounded),
            false);
  }

  private static Checked of(Report report, ContractId contract) {
    List<Finding> findings = Findings.concerning(report, contract);
    String asked =
        "It was checked by " + Phrases.counted(report.rules().size(), "rule", "rules") + ": ";
    String more = accepted(report, contract) + " " + ProofWords.of(report, contract);
    boolean barred = report.proof() instanceof Proof.Barred;
    if (findings.isEmpty()) {
      return new Checked(brief(report.proof()), asked + "nothing was found." + more, !barred);
    }
    long blocking = findings.stream().filter(Findings::blocks).count();
    String found = Phrases.counted(findings.size(), "finding", "findings");
    String weight =
        blocking == 0
            ? ", none of which keeps it from going live."
            : ", of which " + blocking + " must be settled before it goes live.";
    return new Checked(found, asked + found + weight + more, blocking == 0 && !barred);
  }

  private static String brief(Proof proof) {
    return switch (proof) {
      case Proof.Unasked _ -> "checked";
      case Proof.Barred _ -> "not proved yet";
      case Proof.Made _ -> "proved";
    };
  }

  private static String accepted(Report report, ContractId contract) {
    long waived =
        report.waived().stream()
            .filter(one -> one.finding().contract().equals(contract.text()))
            .count();
    return waived == 0
        ? ""
        : " " + Phrases.counted(waived, "finding is", "findings are") + " accepted for a time.";
  }
}
