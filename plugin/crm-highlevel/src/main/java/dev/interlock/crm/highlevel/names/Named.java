package dev.interlock.crm.highlevel.names;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Things of one kind, found by name and by id.
///
/// @param <T> what is found by a name
public record Named<T>(Map<String, List<T>> byName, Map<String, String> nameById) {
  public Named {
    byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    nameById = Map.copyOf(nameById);
  }

  /// Leaves out what has no name, since nobody can mean it.
  public static <T> Named<T> of(
      List<T> things, Function<T, Optional<String>> name, Function<T, String> id) {
    var nameById = new HashMap<String, String>();
    for (T thing : things) {
      name.apply(thing).ifPresent(text -> nameById.put(id.apply(thing), text.strip()));
    }
    Map<String, List<T>> byName =
        things.stream()
            .filter(thing -> nameById.containsKey(id.apply(thing)))
            .collect(
                groupingBy(
                    thing -> nameById.getOrDefault(id.apply(thing), ""),
                    TreeMap::new,
                    mapping(Function.identity(), toList())));
    return new Named<>(byName, nameById);
  }

  /// What has exactly this name.
  public Lookup<T> called(String name) {
    List<T> things = byName.getOrDefault(name, List.of());
    return switch (things.size()) {
      case 0 -> new Lookup.None<>();
      case 1 -> new Lookup.One<>(things.getFirst());
      default -> new Lookup.Several<>();
    };
  }

  /// The name of what has this id.
  public Optional<String> nameOf(String id) {
    return Optional.ofNullable(nameById.get(id));
  }

  /// All names, in order.
  public Set<String> names() {
    return byName.keySet();
  }

  /// Names that several things have.
  public List<String> ambiguous() {
    return byName.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}
