package dev.interlock.crm.calls;

import java.time.Duration;

/// How a single call went, as far as the account as a whole is concerned.
public sealed interface Heard {

  /// The CRM answered, whatever it said.
  record Answered(Quota quota) implements Heard {}

  /// It was one call too many.
  ///
  /// @param pause how long to make none
  /// @param forTheDay whether the day's calls are used up, and not just an interval's
  record TooMany(Duration pause, boolean forTheDay, Quota quota) implements Heard {}

  /// The CRM could not be reached, did not answer, failed, or does not let us in: nothing that
  /// another contact would cure.
  record Failing(String reason) implements Heard {}
}
