package dev.interlock.app.preflight;

import dev.interlock.crm.inventory.Bindings;
import dev.interlock.crm.inventory.Change;
import dev.interlock.crm.inventory.Drift;
import dev.interlock.crm.inventory.Guide;
import dev.interlock.crm.inventory.Inventory;
import dev.interlock.crm.inventory.Name;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an account is looked at with.
///
/// @param changes what became of names since they were last looked at
/// @param ours values of settings that were given to us, by name
/// @param zone the time zone that was given to us
record Known(
    Inventory inventory,
    Map<Name, Change> changes,
    Guide guide,
    Map<String, String> ours,
    Optional<ZoneId> zone) {

  static Known of(
      Inventory inventory,
      Bindings before,
      Guide guide,
      Map<String, String> ours,
      Optional<ZoneId> zone) {
    var changes =
        Drift.since(before, inventory).stream()
            .collect(Collectors.toMap(change -> Name.of(change.was()), Function.identity()));
    return new Known(inventory, changes, guide, Map.copyOf(ours), zone);
  }

  /// What became of a name, where it was known before.
  Optional<Change> change(Name name) {
    return Optional.ofNullable(changes.get(name));
  }
}
