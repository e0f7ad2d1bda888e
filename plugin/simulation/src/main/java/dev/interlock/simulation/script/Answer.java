package dev.interlock.simulation.script;

/// What becomes of a command that is under way.
public enum Answer {
  /// The CRM does it, as far as the contact's account permits: a deal that stands further on is not
  /// moved back, and a message whose command was given more than a minute ago is postponed, so that
  /// everything about it is asked again.
  DONE,
  /// The CRM will not do it, or all retries are used up.
  REFUSED,
  /// The message may not be sent. Only a message can be blocked.
  BLOCKED,
  /// Nobody can tell; see [Act.Settles].
  IN_DOUBT,
  /// The CRM does it, and its answer is lost, so that nobody can tell. Not of messages.
  UNANSWERED
}
