package dev.interlock.engine.intents;

import dev.interlock.core.run.Entry;
import dev.interlock.crm.Deed;
import dev.interlock.engine.decide.Beginning.Issued;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Intents.Intent;
import dev.interlock.engine.store.Intents.State;
import dev.interlock.engine.store.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A command that is stored as begun, with what is to be done for it.
///
/// @param missing variables that the texts take for granted and that have no value
/// @param tried when it was decided, by the CRM's clock
record Begun(Issued issued, Errand errand, List<String> missing, Instant tried) {
  Begun {
    missing = List.copyOf(missing);
  }

  /// Stores it.
  ///
  /// @return whether it is its turn; otherwise it waits behind others of its run
  boolean store(Desk desk, Tables tables) {
    boolean ours =
        tables.intents().begin(desk.id(), issued.command(), deed(), issued.decidedAt(), tried);
    if (ours) {
      tables.journal().add(desk.id(), issued.run().id(), gaps(missing), issued.decidedAt());
    }
    return ours;
  }

  /// As it stands in the store.
  Intent intent() {
    Instant at = issued.decidedAt();
    return new Intent(
        issued.command(),
        issued.run().contact(),
        State.CLAIMED,
        0,
        at,
        at,
        deed(),
        Optional.of(tried),
        Optional.empty());
  }

  private Optional<Deed> deed() {
    return errand instanceof Errand.InCrm(var deed) ? Optional.of(deed) : Optional.empty();
  }

  /// What the journal says of texts in which something is missing.
  static List<Entry> gaps(List<String> missing) {
    return missing.stream()
        .map(name -> new Entry(Entry.Kind.STEP, "", "{{" + name + "}} has no value; left out."))
        .toList();
  }
}
