package dev.interlock.simulation.script;

import java.util.List;

/// A story about one contact: how they stand at first, and what happens to them, beat by beat.
public record Script(Opening opening, Pace pace, List<Beat> beats) {
  public Script {
    beats = List.copyOf(beats);
  }

  /// A story that goes on by itself between its beats.
  public Script(Opening opening, List<Beat> beats) {
    this(opening, Pace.BY_ITSELF, beats);
  }

  /// The same story with other beats.
  public Script with(List<Beat> other) {
    return new Script(opening, pace, other);
  }
}
