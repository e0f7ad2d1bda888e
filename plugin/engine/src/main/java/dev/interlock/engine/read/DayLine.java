package dev.interlock.engine.read;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The day's calls to an account's CRM, as far as that told.
///
/// @param most how many it allows in a day; empty where it does not say
/// @param left how many were left of these
/// @param turns when there are new ones; empty where it does not say
/// @param at when this was so
public record DayLine(OptionalLong most, long left, Optional<Instant> turns, Instant at) {
  /// Whether new ones have come since, so that nobody knows how many are left.
  public boolean isOver(Instant now) {
    return turns.filter(turn -> !turn.isAfter(now)).isPresent();
  }
}
