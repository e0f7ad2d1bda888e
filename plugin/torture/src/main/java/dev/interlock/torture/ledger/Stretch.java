package dev.interlock.torture.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The life of one process.
///
/// @param from when it was started, by the CRM's clock
/// @param to when it was over, by the CRM's clock
/// @param shift by how much the process's own clock was ahead of the CRM's
public record Stretch(Instant from, Instant to, Duration shift) {

  /// A moment of the process's clock by the CRM's; empty when it was not alive then.
  Optional<Instant> crmTime(Instant told) {
    var at = told.minus(shift);
    return at.isBefore(from) || at.isAfter(to) ? Optional.empty() : Optional.of(at);
  }
}
