package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Predicate;
import java.util.List;

/// One thing that the world may do.
///
/// @param script the same as something that can be played
/// @param by whose doing it is
/// @param happenings what contracts hear of it, in this order
/// @param guard where it is possible
/// @param effects what it changes
public record WorldAct(
    Act script,
    By by,
    List<Happening> happenings,
    Predicate guard,
    List<Assignment> effects,
    List<Event.Write> writes) {
  public WorldAct {
    happenings = List.copyOf(happenings);
    effects = List.copyOf(effects);
    writes = List.copyOf(writes);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
