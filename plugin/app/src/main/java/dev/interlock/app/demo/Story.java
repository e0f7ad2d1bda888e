package dev.interlock.app.demo;

import dev.interlock.engine.Engine;
import dev.interlock.sandbox.Played;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Drives a sandbox whose clock stands, and whoever reacts to it, until nothing is left to do.
record Story(Played sandbox, Engine engine, Reaction reaction) {

  /// Does all that is due now.
  @FunctionalInterface
  interface Reaction {
    void settle() throws InterruptedException;
  }

  Story(Played sandbox, Engine engine) {
    this(sandbox, engine, engine::settle);
  }

  /// Tells it, for some time in the sandbox at most.
  ///
  /// @return whether nothing was left to do
  boolean tell(Duration longest) throws InterruptedException {
    var limit = sandbox.clock().instant().plus(longest);
    finishDue();
    for (var next = next(); next.isPresent(); next = next()) {
      if (next.get().isAfter(limit)) {
        return false;
      }
      sandbox.clock().advanceTo(next.get());
      finishDue();
    }
    return true;
  }

  private void finishDue() throws InterruptedException {
    do {
      sandbox.runDue();
      reaction.settle();
    } while (isDue(sandbox.nextEventAt()));
  }

  private boolean isDue(Optional<Instant> at) {
    return at.filter(due -> !due.isAfter(sandbox.clock().instant())).isPresent();
  }

  private Optional<Instant> next() {
    return Stream.of(sandbox.nextEventAt(), engine.nextAlarm())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
