package dev.interlock.contract.model;

import java.text.Normalizer;

/// The one rule for texts that people write into a contract: something is said, without stray
/// space, and in Unicode's composed form (NFC), so that a name equals the same name of the CRM
/// however either of them was typed.
final class Texts {
  private Texts() {}

  static String required(String what, String text) {
    String stripped = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    if (stripped.isEmpty()) {
      throw new ContractException(what + " is empty; write what people call it");
    }
    return stripped;
  }
}
