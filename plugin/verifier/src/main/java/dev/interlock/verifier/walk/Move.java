package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Position;
import java.time.Duration;

/// A way from one place of a flow to another.
///
/// @param to the place's number, or [Flow#END] where the path falls off its end
/// @param least the least time that passes on the way
/// @param position where the author said that the flow goes this way
public record Move(Way way, int to, Duration least, Position position) {

  /// Whether the run can go this way although nobody does anything; a condition that holds is more
  /// than silence.
  public boolean isSilent() {
    return switch (way) {
      case DONE, REACHED, PAST, SILENCE, OTHERWISE, SHARE, TURN -> true;
      case REFUSED, BLOCKED, UNDELIVERED, GONE, ARM, CHOICE, UNKNOWN -> false;
    };
  }

  /// What makes a run go a way.
  public enum Way {
    /// The step was done.
    DONE,
    REFUSED,
    BLOCKED,
    UNDELIVERED,
    /// The moment of a wait was reached.
    REACHED,
    /// The moment of a wait had passed already.
    PAST,
    /// There was no such moment.
    GONE,
    /// An event came.
    ARM,
    /// Nothing came.
    SILENCE,
    /// A condition held.
    CHOICE,
    OTHERWISE,
    UNKNOWN,
    /// The lot fell so.
    SHARE,
    /// Into the body of a repeat.
    TURN
  }
}
