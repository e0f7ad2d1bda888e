package dev.interlock.crm.inventory;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names that mean one thing each in an account.
final class Bound {
  private Bound() {}

  static List<Binding> in(Inventory inventory) {
    return everything(inventory).collect(Collectors.groupingBy(Name::of)).values().stream()
        .filter(same -> same.size() == 1)
        .map(List::getFirst)
        .toList();
  }

  /// All that is known of an account, a name that several things have once for each.
  static Stream<Binding> everything(Inventory inventory) {
    return Stream.concat(
        Told.orNone(inventory.pipelines()).stream().flatMap(Bound::pipeline),
        Stream.of(
                inventory.tags(),
                inventory.fields(),
                inventory.users(),
                inventory.calendars(),
                inventory.automations(),
                inventory.values())
            .flatMap(told -> things(told).stream())
            .map(Bound::plain));
  }

  private static List<? extends Thing> things(Told<? extends List<? extends Thing>> told) {
    return switch (told) {
      case Told.Known<? extends List<? extends Thing>>(var things) -> things;
      case Told.NoScope<?> _, Told.Never<?> _, Told.Missed<?> _ -> List.of();
    };
  }

  private static Stream<Binding> pipeline(Thing.Pipeline pipeline) {
    var order = pipeline.stages().stream().map(Thing.Stage::id).toList();
    return Stream.concat(
        Stream.of(new Binding(Thing.Kind.PIPELINE, "", pipeline.name(), pipeline.id(), order)),
        pipeline.stages().stream()
            .map(stage ->
                new Binding(
                    Thing.Kind.STAGE, pipeline.name(), stage.name(), stage.id(), List.of())));
  }

  private static Binding plain(Thing thing) {
    return new Binding(thing.kind(), "", thing.name(), thing.id(), List.of());
  }
}
