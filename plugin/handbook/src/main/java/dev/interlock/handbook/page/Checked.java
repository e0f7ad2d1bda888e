package dev.interlock.handbook.page;

import dev.interlock.contract.model.ContractId;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.edition.Edition.Finding;
import dev.interlock.handbook.words.Phrases;
import java.util.List;

/// What the verifier said about one contract.
///
/// @param brief in a few words
/// @param sentence as a sentence
/// @param sound whether it was asked and found nothing that blocks
record Checked(String brief, String sentence, boolean sound, List<Finding> findings) {
  Checked {
    findings = List.copyOf(findings);
  }

  static Checked of(Edition edition, ContractId contract) {
    if (edition.verification().isEmpty()) {
      return new Checked("not checked", "This edition was made without a check.", false, List.of());
    }
    Edition.Verification verification = edition.verification().get();
    List<Finding> findings = verification.about(contract);
    String rules = Phrases.counted(verification.rules(), "rule", "rules");
    if (findings.isEmpty()) {
      return new Checked(
          "checked", "It was checked by " + rules + ", and nothing was found.", true, findings);
    }
    long blocking = findings.stream().filter(Finding::blocks).count();
    String found = Phrases.counted(findings.size(), "finding", "findings");
    String sentence =
        "It was checked by "
            + rules
            + ": "
            + found
            + (blocking == 0
                ? ", none of which keeps it from going live."
                : ", of which " + blocking + " must be settled before it goes live.");
    return new Checked(found, sentence, blocking == 0, findings);
  }
}
