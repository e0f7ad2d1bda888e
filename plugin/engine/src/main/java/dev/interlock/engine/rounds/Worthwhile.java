package dev.interlock.engine.rounds;

import dev.interlock.crm.Sighting.Kind;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Edition;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Which kinds of things are worth reading. What shows how a contact stands is read whatever
/// contracts say; the rest only where one that takes new entries, or has a run under way, listens.
final class Worthwhile {
  private final Desk desk;
  private final Store store;
  private final AtomicReference<Set<Kind>> kinds = new AtomicReference<>(Set.of());

  Worthwhile(Desk desk, Store store) {
    this.desk = desk;
    this.store = store;
  }

  /// Watches whatever is worth it, where that is new, and has it looked at now in any case.
  void start(Instant now) {
    watch(Set.of(), now);
  }

  boolean isStarted() {
    return !kinds.get().isEmpty();
  }

  /// What nobody listened for until now is watched from now on, and what nobody listens for any
  /// more is not.
  void renew(Instant now) {
    watch(kinds.get(), now);
  }

  boolean has(Kind kind) {
    return kinds.get().contains(kind);
  }

  /// @param before what is watched already, and goes on as it stands
  private void watch(Set<Kind> before, Instant now) {
    Set<Kind> wanted = kinds();
    // before any contract is live, nobody can tell yet what is no longer worth it
    boolean isSettled = !desk.editions().active().isEmpty();
    store
        .write(tables -> {
          for (Kind kind : Kind.values()) {
            if (wanted.contains(kind) && !before.contains(kind)) {
              tables.rounds().watch(desk.id(), kind, now);
            } else if (!wanted.contains(kind) && isSettled) {
              tables.rounds().unwatch(desk.id(), kind);
            }
          }
          return now;
        })
        .join();
    kinds.set(wanted);
  }

  private Set<Kind> kinds() {
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
}
