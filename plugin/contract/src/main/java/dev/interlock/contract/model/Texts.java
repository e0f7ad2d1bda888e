package dev.interlock.contract.model;

/// The one rule for texts that people write into a contract: something is said, without stray
/// space.
final class Texts {
  private Texts() {}

  static String required(String what, String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new ContractException(what + " is empty; write what people call it");
    }
    return stripped;
  }
}
