package dev.interlock.contract.model;

import java.time.Duration;

/// How long silence may last.
public sealed interface Deadline {

  /// A span from the moment at which the await began.
  record After(Duration span) implements Deadline {
    public After {
      span = Spans.positive("silentFor", span);
    }
  }

  /// A moment; when it has passed already or is gone, the silence branch is taken at once.
  record At(Moment moment) implements Deadline {}
}
