package dev.interlock.verifier.rule;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Position;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Severity;

/// One thing that has to be so in every set of contracts.
///
/// A rule collects everything that it finds, and throws nothing because of what a contract says.
public interface Rule {
  /// The id by which findings, waivers and pages call it: `E-` blocks go-live, `W-` has to be
  /// acknowledged.
  String id();

  /// Why the rule exists, in a sentence for those who write contracts.
  String reason();

  /// Looks at a set of contracts.
  Checked check(ContractSet set);

  /// A finding of this rule in a contract.
  default Finding found(
      Contract contract, String at, Position position, String message, String help) {
    return found(contract.id().text(), at, position, message, help);
  }

  /// A finding of this rule; without a contract's name in the operation.
  default Finding found(
      String contract, String at, Position position, String message, String help) {
    Severity severity = id().startsWith("E-") ? Severity.ERROR : Severity.WARNING;
    return new Finding(id(), severity, contract, at, position, message, help);
  }
}
