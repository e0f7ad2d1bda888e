package dev.interlock.engine.rounds;

import dev.interlock.crm.Sighting.Kind;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Edition;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// Which kinds of things are worth reading. What shows how a contact stands is read whatever
/// contracts say; the rest only where one that takes new entries, or has a run under way, listens.
record Worthwhile(Desk desk, Store store) {

  Set<Kind> kinds() {
    var kinds = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (isWorthwhile(kind)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private boolean isWorthwhile(Kind kind) {
    return switch (kind) {
      case MESSAGES, APPOINTMENTS, CONTACTS, DEALS -> true;
      case FORMS -> editions().anyMatch(Edition::hearsForms);
    };
  }

  private Stream<Edition> editions() {
    Desk asItIs = desk.asItIs();
    return Stream.concat(
        asItIs.editions().active().stream(),
        store.read((Tables tables) -> tables.runs().versions(asItIs.id())).stream()
            .map(version -> asItIs.editions().of(version.contract(), version.hash())));
  }

  /// Whether no contract takes new entries, so that nobody can tell yet what is worth reading.
  boolean isUnsettled() {
    return desk.editions().active().isEmpty();
  }
}
