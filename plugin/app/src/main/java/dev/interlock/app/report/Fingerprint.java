package dev.interlock.app.report;

import dev.interlock.contract.text.ContentHash;
import dev.interlock.verifier.finding.Finding;

/// What stays the same of a finding when its line moves: the rule, the contract and the place in
/// it, which is also what a waiver names.
final class Fingerprint {
  private static final int DIGITS = 32;

  private Fingerprint() {}

  static String of(Finding finding) {
    var text = String.join("\n", finding.rule(), finding.contract(), finding.at());
    return ContentHash.ofText(text).hex().substring(0, DIGITS);
  }
}
