package dev.interlock.verifier.prove.diagram;

import java.time.Duration;

/// What one task may use before its question counts as unresolved.
///
/// @param nodes of diagrams
/// @param time of computing, as the thread's own processor time, so that a busy machine decides
///   nothing
public record Budget(int nodes, Duration time) {
  /// Enough for any pair of sensible contracts.
  public static Budget usual() {
    return new Budget(4_000_000, Duration.ofSeconds(20));
  }
}
