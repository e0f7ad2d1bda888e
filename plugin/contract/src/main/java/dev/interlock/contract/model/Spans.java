package dev.interlock.contract.model;

import java.time.Duration;

/// The one rule for spans of time in a contract: at least a second, and whole ones.
final class Spans {
  private Spans() {}

  static Duration positive(String what, Duration span) {
    Duration whole = Duration.ofSeconds(span.toSeconds());
    if (!whole.isPositive()) {
      throw new ContractException(what + " of " + span + " is no time at all; say how long");
    }
    return whole;
  }
}
