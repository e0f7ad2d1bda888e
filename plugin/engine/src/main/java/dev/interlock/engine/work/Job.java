package dev.interlock.engine.work;

import java.time.Instant;
import java.util.Optional;

/// A piece of work about one contact.
@FunctionalInterface
public interface Job {
  /// Does it.
  ///
  /// @return empty when it is done; otherwise when to try again, with everything else about the
  ///   contact waiting behind it
  Optional<Instant> work();
}
