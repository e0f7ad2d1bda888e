package dev.interlock.verifier.prove.diagram;

import java.time.Duration;

/// What one task may use before its question counts as unresolved: its exploration, and the stories
/// of whatever it finds, taken together.
///
/// @param nodes of diagrams, at any one time
/// @param time of computing, as the thread's own processor time, so that a busy machine decides
///   nothing
/// @param bytes of tables that hold diagrams, at any one time
public record Budget(int nodes, Duration time, long bytes) {
  private static final long MEGABYTE = 1L << 20;

  /// As many bytes as that many nodes may need.
  public Budget(int nodes, Duration time) {
    this(nodes, time, 256 * MEGABYTE);
  }

  /// Enough for any pair of sensible contracts.
  public static Budget usual() {
    return new Budget(2_000_000, Duration.ofSeconds(10));
  }
}
