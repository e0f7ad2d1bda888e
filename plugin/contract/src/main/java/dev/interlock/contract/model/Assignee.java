package dev.interlock.contract.model;

/// Who is meant to do or know something.
public sealed interface Assignee {

  /// A team or role of the operation; its members take turns, the same contact always meets the
  /// same.
  record Team(TeamName team) implements Assignee {}

  /// The contract's owner.
  record Owner() implements Assignee {}

  /// Whoever the contact is assigned to in the CRM; the owner when nobody is.
  record ContactsAssignee() implements Assignee {}
}
