package dev.interlock.verifier.prove.concrete;

import dev.interlock.simulation.Simulation;
import java.util.Optional;

/// Whoever sees that a story shows what a rule speaks of.
@FunctionalInterface
interface Witness {
  /// What is seen in the story as far as it was played.
  Optional<Sight> sees(Simulation story);

  /// What was seen.
  ///
  /// @param until how many facts it takes
  /// @param words what is wrong, as a clause
  record Sight(int until, String words) {}
}
