package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Severity;

/// What a finding would be about, and what it would say.
///
/// @param at the step, exit, attribute or other contract, as a waiver has to name it
public record Subject(
    String rule,
    Severity severity,
    Contract contract,
    String at,
    Position position,
    String message,
    String help) {

  /// What blocks go-live.
  Subject(
      String rule, Contract contract, String at, Position position, String message, String help) {
    this(rule, Severity.ERROR, contract, at, position, message, help);
  }

  /// The same, which blocks nothing.
  Subject asWarning() {
    return new Subject(rule, Severity.WARNING, contract, at, position, message, help);
  }

  static Subject step(String rule, Contract contract, Step step, String message, String help) {
    return new Subject(rule, contract, step.name().text(), step.position(), message, help);
  }

  static Subject exit(String rule, Contract contract, Exit exit, String message, String help) {
    Position said = exit.position().line() == 0 ? contract.position() : exit.position();
    return new Subject(rule, contract, exit.name().text(), said, message, help);
  }

  static Subject contract(String rule, Contract contract, String at, String message, String help) {
    return new Subject(rule, contract, at, contract.position(), message, help);
  }
}
