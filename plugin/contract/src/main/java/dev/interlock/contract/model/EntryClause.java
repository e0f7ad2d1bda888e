package dev.interlock.contract.model;

import java.util.Optional;

/// One clause of an entry filter. Clauses stand for the whole run: before each message and stage
/// move they are asked again, unless `atEntryOnly` says why not.
///
/// @param reason why the clause is there, told in every refusal
/// @param whenUnknown what becomes of a contact of whom the CRM does not say
/// @param atEntryOnly why the clause need not hold later
public record EntryClause(
    Demand demand,
    Condition condition,
    String reason,
    WhenUnknown whenUnknown,
    Optional<String> atEntryOnly,
    Position position) {

  /// The same clause, asked once on entry and not again, for this reason.
  public EntryClause atEntryOnly(String because) {
    return new EntryClause(demand, condition, reason, whenUnknown, Optional.of(because), position);
  }

  /// The same clause with another treatment of contacts of whom the CRM does not say.
  public EntryClause whenUnknown(WhenUnknown treatment) {
    return new EntryClause(demand, condition, reason, treatment, atEntryOnly, position);
  }

  /// Whether the condition has to hold or must not.
  public enum Demand {
    REQUIRE,
    REFUSE
  }

  /// What to do with a contact of whom the CRM does not say.
  public enum WhenUnknown {
    TURN_AWAY,
    ADMIT
  }
}
