package dev.interlock.crm.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which ids the names had that contracts use, when somebody looked.
public record Bindings(List<Binding> all) {
  private static final Bindings NONE = new Bindings(List.of());

  public Bindings {
    all = List.copyOf(all);
  }

  /// Nobody ever looked.
  public static Bindings none() {
    return NONE;
  }

  /// What these names mean in an account. What nothing has, or several things, is left out.
  public static Bindings of(Set<Name> names, Inventory inventory) {
    return new Bindings(
        Bound.in(inventory).stream().filter(each -> names.contains(Name.of(each))).toList());
  }

  /// These and, for names that they lack, what was known before: what has gone is remembered until
  /// it is back, so that showing it once does not make it forgotten.
  ///
  /// @param inUse the names that contracts still use; others are forgotten
  public Bindings over(Bindings before, Set<Name> inUse) {
    Map<Name, Binding> kept = new LinkedHashMap<>();
    all.forEach(each -> kept.put(Name.of(each), each));
    before.all.stream()
        .filter(each -> inUse.contains(Name.of(each)))
        .forEach(each -> kept.putIfAbsent(Name.of(each), each));
    return new Bindings(List.copyOf(kept.values()));
  }

  /// What a name meant.
  public Optional<Binding> of(Name name) {
    return all.stream().filter(each -> Name.of(each).equals(name)).findFirst();
  }
}
