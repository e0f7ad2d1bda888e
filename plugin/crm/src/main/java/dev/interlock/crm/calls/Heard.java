package dev.interlock.crm.calls;

import java.time.Duration;
import java.util.Optional;

/// How a single call went, as far as the account as a whole is concerned.
public sealed interface Heard {

  /// The CRM answered, whatever it said.
  record Answered(Quota quota) implements Heard {}

  /// It was one call too many.
  ///
  /// @param pause how long to make none
  /// @param forTheDay whether the day's calls are used up, and not just an interval's
  record TooMany(Duration pause, boolean forTheDay, Quota quota) implements Heard {}

  /// The CRM could not be reached, did not answer, failed, or does not let us in: nothing that we
  /// could do otherwise.
  ///
  /// @param about what the call was about, which may be what the CRM stumbles over; empty where it
  ///   would have gone so whatever it was about
  record Failing(String reason, Optional<String> about) implements Heard {
    /// A failure that is nobody's in particular.
    public Failing(String reason) {
      this(reason, Optional.empty());
    }
  }
}
