package dev.interlock.engine.intents;

import dev.interlock.core.run.Outcome;
import dev.interlock.crm.Crm.Detail;
import java.util.List;
import java.util.Set;

/// What preparing a command comes to.
sealed interface Preparation {
  /// It can be done.
  ///
  /// @param missing variables that the texts take for granted and that have no value
  record Ready(Errand errand, List<String> missing) implements Preparation {
    public Ready {
      missing = List.copyOf(missing);
    }
  }

  /// There is nothing to be done, and this is what comes of it.
  record Settled(Outcome outcome) implements Preparation {}

  /// The contact has to be read first, with these details.
  record NeedsContact(Set<Detail> details) implements Preparation {
    public NeedsContact {
      details = Set.copyOf(details);
    }
  }
}
