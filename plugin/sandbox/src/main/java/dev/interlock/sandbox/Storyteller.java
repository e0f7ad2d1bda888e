package dev.interlock.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Drives a sandbox or an agency with a standing clock, and whatever reacts to it, until nothing is
/// left to do.
///
/// It finishes all that is due at an instant, then jumps to the next instant at which anything is.
/// So a story of days takes as long as its work takes, and is the same each time.
public final class Storyteller {
  private final Played sandbox;
  private final Player player;

  /// Whoever reacts to the sandbox: the engine.
  public interface Player {
    /// Does everything that is due now and waits until it is done; false when there was nothing.
    boolean settle();

    /// When there is something to do next; empty when everything is done.
    Optional<Instant> nextTimerAt();
  }

  /// How a story ended.
  ///
  /// @param at the time in the sandbox
  /// @param complete whether nothing was left to do
  public record End(Instant at, boolean complete) {}

  /// Drives these two.
  public Storyteller(Played sandbox, Player player) {
    this.sandbox = sandbox;
    this.player = player;
  }

  /// Tells the story to its end, or for some time in the sandbox at most.
  ///
  /// @throws IllegalStateException if the player leaves something undone that is due
  public End tell(Duration atMost) {
    var limit = sandbox.clock().instant().plus(atMost);
    finishDue();
    for (var next = nextAt(); next.isPresent(); next = nextAt()) {
      if (next.get().isAfter(limit)) {
        return new End(sandbox.clock().instant(), false);
      }
      if (!next.get().isAfter(sandbox.clock().instant())) {
        throw new IllegalStateException("something is due at " + next.get() + " but is not done");
      }
      sandbox.clock().advanceTo(next.get());
      finishDue();
    }
    return new End(sandbox.clock().instant(), true);
  }

  private void finishDue() {
    boolean busy = true;
    while (busy) {
      busy = sandbox.runDue().isAnything();
      busy |= player.settle();
    }
  }

  private Optional<Instant> nextAt() {
    return Stream.of(sandbox.nextEventAt(), player.nextTimerAt())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
