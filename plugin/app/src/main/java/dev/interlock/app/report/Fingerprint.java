package dev.interlock.app.report;

import dev.interlock.verifier.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What stays the same of a finding when its line moves: the rule, the contract and the place in
/// it, which is also what a waiver names.
final class Fingerprint {
  private Fingerprint() {}

  static String of(Finding finding) {
    var text = String.join("\n", finding.rule(), finding.contract(), finding.at());
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
