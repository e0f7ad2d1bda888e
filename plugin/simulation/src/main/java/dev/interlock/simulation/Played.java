package dev.interlock.simulation;

/// What playing a script comes to.
public sealed interface Played {
  /// What happened, as far as it got.
  Chronicle chronicle();

  /// It was played to its end.
  record Whole(Chronicle chronicle) implements Played {}

  /// It cannot be played any further.
  ///
  /// @param beat the number of the beat that could not be played, from 0
  record Derailed(int beat, String why, Chronicle chronicle) implements Played {}
}
