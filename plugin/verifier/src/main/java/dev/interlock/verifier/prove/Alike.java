package dev.interlock.verifier.prove;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Position;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.claim.Subject;

/// What makes two broken claims one and the same finding.
record Alike(String rule, ContractId contract, String at, Position position, String message) {
  static Alike of(Claim claim) {
    Subject subject = claim.subject();
    return new Alike(
        subject.rule(),
        subject.contract().id(),
        subject.at(),
        subject.position(),
        subject.message());
  }
}
