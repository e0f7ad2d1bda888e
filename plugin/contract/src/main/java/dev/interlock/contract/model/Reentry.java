package dev.interlock.contract.model;

import java.time.Duration;

/// Whether a contact may enter again. While a run with the same key is under way, a further trigger
/// is always refused, with that reason.
public sealed interface Reentry {

  /// Once in a lifetime.
  record Never() implements Reentry {}

  /// As soon as the last run ended.
  record AfterExit() implements Reentry {}

  /// When this long has passed since the last run ended.
  record After(Duration span) implements Reentry {
    public After {
      span = Spans.positive("re-entry", span);
    }
  }
}
