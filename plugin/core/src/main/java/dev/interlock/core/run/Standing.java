package dev.interlock.core.run;

import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.core.program.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a run stands. A run has one token: it is at exactly one of these.
public sealed interface Standing {

  /// Waits in turn for its lane; it has not begun yet.
  record Queued(Instant since, Instant until) implements Standing {}

  /// A command of a step is under way; its outcome decides.
  record Commanded(NodeId at, CommandId command) implements Standing {}

  /// A policy holds a message back, or the CRM could not take it yet.
  record Held(NodeId at, Instant since, Instant until) implements Standing {}

  /// Time passes until a moment.
  record Waiting(NodeId at, Instant since, Instant until) implements Standing {}

  /// Listens for events until silence has lasted long enough.
  record Awaiting(NodeId at, Instant since, Instant until) implements Standing {}

  /// Nobody knows whether the command took effect; an operator has to say.
  ///
  /// @param until when it counts as failed, if nobody has said by then
  record Doubtful(NodeId at, CommandId command, String reason, Instant until) implements Standing {
    /// How long a run waits for somebody to say: a long weekend.
    public static final Duration LASTS = Duration.ofDays(3);
  }

  /// A command came to its end while the run was paused: this place is next. Only inside [Paused].
  record Ready(NodeId at) implements Standing {}

  /// An operator stopped the run where it stood.
  record Paused(Standing stopped, Instant since) implements Standing {}

  /// The exit's effects are being brought about, one command after the other.
  ///
  /// @param open what is still to be done, the first under way
  /// @param repairing whether this is the second time, after a mismatch
  record Closing(
      ExitName exit, String reason, CommandId command, List<Closer> open, boolean repairing)
      implements Standing {
    public Closing {
      open = List.copyOf(open);
    }
  }

  /// The contact is being read back to see whether the exit is true.
  record Verifying(ExitName exit, String reason, CommandId command, boolean repaired)
      implements Standing {}

  /// The run is over.
  record Ended(ExitName exit, String reason, Instant at, Proof proof) implements Standing {}

  /// The contact was turned away after waiting in turn; the run never began.
  record TurnedAway(Instant at, String reason) implements Standing {}

  /// One thing an exit does.
  sealed interface Closer {
    /// Makes one promise of the exit true.
    record Ensures(Leaves leaves) implements Closer {}

    /// Ticks off the run's open tasks of this title.
    record TicksOff(String title) implements Closer {}

    /// Tells somebody.
    record Tells(Assignee whom) implements Closer {}
  }

  /// Whether the contact was left in the state that the exit declares.
  sealed interface Proof {
    /// Read back and true.
    record Verified() implements Proof {}

    /// Read back, repaired once, and still not true.
    record Unverified(String difference) implements Proof {}

    /// The contact is gone, so there is nothing to read.
    record ContactGone() implements Proof {}
  }

  /// The place in the program, where there is one.
  default Optional<NodeId> place() {
    return switch (this) {
      case Commanded(var at, _) -> Optional.of(at);
      case Held(var at, _, _) -> Optional.of(at);
      case Waiting(var at, _, _) -> Optional.of(at);
      case Awaiting(var at, _, _) -> Optional.of(at);
      case Doubtful(var at, _, _, _) -> Optional.of(at);
      case Ready(var at) -> Optional.of(at);
      case Paused(var stopped, _) -> stopped.place();
      case Queued _, Closing _, Verifying _, Ended _, TurnedAway _ -> Optional.empty();
    };
  }

  /// Whether it waits in turn for its lane, also where an operator has it wait longer.
  default boolean isInTurn() {
    return this instanceof Queued || this instanceof Paused(Queued _, _);
  }

  /// When a timer is due for the run, if it waits for one.
  default Optional<Instant> alarm() {
    return switch (this) {
      case Queued(_, var until) -> Optional.of(until);
      case Held(_, _, var until) -> Optional.of(until);
      case Waiting(_, _, var until) -> Optional.of(until);
      case Awaiting(_, _, var until) -> Optional.of(until);
      case Doubtful(_, _, _, var until) -> Optional.of(until);
      case Commanded _, Ready _, Paused _ -> Optional.empty();
      case Closing _, Verifying _, Ended _, TurnedAway _ -> Optional.empty();
    };
  }

  /// Whether the run is over, or never began.
  default boolean isOver() {
    return switch (this) {
      case Ended _, TurnedAway _ -> true;
      case Queued _, Commanded _, Held _, Waiting _, Awaiting _, Doubtful _ -> false;
      case Ready _, Paused _, Closing _, Verifying _ -> false;
    };
  }
}
