package dev.interlock.contract.model;

import java.time.LocalDate;
import java.util.Optional;

/// A sentence by which the author changes what is proved, always with a reason.
public sealed interface Declaration {
  /// The reason, in a full sentence.
  String reason();

  /// Where the author said it.
  Position position();

  /// The event is of no consequence to this contract.
  record Ignores(EventPattern event, String reason, Position position) implements Declaration {}

  /// The contract may be inside a contact at the same time as the other.
  record Besides(ContractId contract, String reason, Position position) implements Declaration {}

  /// A finding of this rule is accepted until a date.
  ///
  /// @param rule the rule's id, as `E-MSG-BUDGET`
  /// @param at the step, attribute or other contract that it is about; empty for the whole contract
  /// @param with the other contract of a pair that the finding is about; empty where it is about
  ///   one
  /// @param story the mark of the story that it accepts, as the finding shows it; empty where the
  ///   finding tells none
  record Waives(
      String rule,
      String at,
      Optional<ContractId> with,
      String story,
      String reason,
      String decidedBy,
      String compensation,
      LocalDate until,
      Position position)
      implements Declaration {}

  /// What changed against the version before.
  record Changed(LocalDate on, String reason, Position position) implements Declaration {}
}
