package dev.interlock.contract.model;

import java.time.Duration;

/// The one rule for spans of time in a contract: positive, and whole seconds.
final class Spans {
  private Spans() {}

  static Duration positive(String what, Duration span) {
    if (span.isNegative() || span.isZero()) {
      throw new ContractException(what + " of " + span + " is no time at all; say how long");
    }
    return Duration.ofSeconds(span.toSeconds());
  }
}
