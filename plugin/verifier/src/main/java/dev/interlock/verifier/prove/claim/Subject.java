package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Severity;
import java.util.Optional;

/// What a finding would be about, and what it would say.
///
/// @param at the step, exit, attribute or other contract, as a waiver has to name it
/// @param other the other contract, where it is about two
/// @param about the attribute, or the title of the task, that an exit may leave otherwise than it
///   says; empty where `at` says it all
public record Subject(
    String rule,
    Severity severity,
    Contract contract,
    String at,
    Position position,
    String message,
    String help,
    Optional<ContractId> other,
    Optional<String> about) {

  /// What blocks go-live, about one contract.
  Subject(
      String rule, Contract contract, String at, Position position, String message, String help) {
    this(rule, Severity.ERROR, contract, at, position, message, help, Optional.empty());
  }

  /// Of that severity, about several contracts or one.
  Subject(
      String rule,
      Severity severity,
      Contract contract,
      String at,
      Position position,
      String message,
      String help,
      Optional<ContractId> other) {
    this(rule, severity, contract, at, position, message, help, other, Optional.empty());
  }

  /// The same, which asks for nothing.
  Subject asNote() {
    return new Subject(rule, Severity.NOTE, contract, at, position, message, help, other, about);
  }

  /// The same, about what the exit leaves otherwise.
  Subject about(String attribute) {
    return new Subject(
        rule, severity, contract, at, position, message, help, other, Optional.of(attribute));
  }

  /// The same, about this contract as well; about itself alone where it is the same.
  Subject and(ContractId another) {
    return new Subject(
        rule,
        severity,
        contract,
        at,
        position,
        message,
        help,
        Optional.of(another).filter(id -> !id.equals(contract.id())),
        about);
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
