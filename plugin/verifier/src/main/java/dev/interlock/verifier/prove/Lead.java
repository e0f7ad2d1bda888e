package dev.interlock.verifier.prove;

import dev.interlock.contract.model.ContractId;

/// One way in which a contract may begin another, or itself, without a person.
///
/// @param how in words
record Lead(ContractId from, ContractId to, String how) {
  /// In words.
  String words() {
    return "*%s* begins *%s*: %s".formatted(from, to, how);
  }
}
