package dev.interlock.simulation;

import dev.interlock.core.run.Outcome;
import java.util.List;

/// What carrying out a command came to.
///
/// @param changes what is another one in the account now; each comes back as an echo
record Carried(Outcome outcome, List<Change> changes) {
  Carried {
    changes = List.copyOf(changes);
  }

  static Carried without(Outcome outcome) {
    return new Carried(outcome, List.of());
  }
}
