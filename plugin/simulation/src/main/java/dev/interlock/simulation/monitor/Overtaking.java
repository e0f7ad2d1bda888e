package dev.interlock.simulation.monitor;

import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Who;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which attributes people changed since a run began, or since it began to leave.
final class Overtaking {
  private final Map<RunId, Set<String>> changed = new HashMap<>();
  private final boolean fromTheBeginning;

  private Overtaking(boolean fromTheBeginning) {
    this.fromTheBeginning = fromTheBeginning;
  }

  static Overtaking whileLeaving() {
    return new Overtaking(false);
  }

  static Overtaking whileStanding() {
    return new Overtaking(true);
  }

  void read(Fact fact) {
    switch (fact) {
      case Fact.Began(var who, _, _) when fromTheBeginning ->
          changed.put(who.run(), new HashSet<>());
      case Fact.Leaving(var who, _) -> changed.putIfAbsent(who.run(), new HashSet<>());
      case Fact.Written(var by, var attribute, _, _) when isPerson(by) ->
          changed.values().forEach(attributes -> attributes.add(attribute));
      case Fact _ -> {}
    }
  }

  boolean isLeaving(Who who) {
    return changed.containsKey(who.run());
  }

  boolean overtook(Who who, String attribute) {
    return changed.getOrDefault(who.run(), Set.of()).contains(attribute);
  }

  private static boolean isPerson(Author by) {
    return by.run().isEmpty() && !by.isForeignStub();
  }
}
