package dev.interlock.verifier.finding;

import dev.interlock.contract.model.Position;

/// Something that is wrong with a contract or its operation.
///
/// @param rule the id of the rule that found it, as `E-NO-EXIT`
/// @param contract the contract's name; empty when the operation itself is meant
/// @param at the step, exit, attribute or other contract that it is about, which is also what a
///   waiver has to name; empty for the whole contract
/// @param position the line on which it was said
/// @param message what is wrong, in plain words
/// @param help what to do
/// @param evidence what it rests on
/// @param other the other contract, where it is about two, which a waiver has to name as well;
///   empty where it is about one
public record Finding(
    String rule,
    Severity severity,
    String contract,
    String at,
    Position position,
    String message,
    String help,
    Evidence evidence,
    String other) {

  /// A finding about one contract.
  public Finding(
      String rule,
      Severity severity,
      String contract,
      String at,
      Position position,
      String message,
      String help,
      Evidence evidence) {
    this(rule, severity, contract, at, position, message, help, evidence, "");
  }

  /// A finding that the declaration or the shape of a path shows.
  public Finding(
      String rule,
      Severity severity,
      String contract,
      String at,
      Position position,
      String message,
      String help) {
    this(rule, severity, contract, at, position, message, help, new Evidence.Shape());
  }

  /// The same finding, resting on this.
  public Finding with(Evidence basis) {
    return new Finding(rule, severity, contract, at, position, message, help, basis, other);
  }

  /// The same finding, about this contract as well.
  public Finding about(String another) {
    return new Finding(rule, severity, contract, at, position, message, help, evidence, another);
  }

  /// The same finding, weighing as much.
  public Finding weighing(Severity weight) {
    return new Finding(rule, weight, contract, at, position, message, help, evidence, other);
  }
}
