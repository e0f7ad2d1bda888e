package dev.interlock.crm.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares what an account is with what it was. Pure: a watcher reads the account now and then,
/// and raises what comes out of here.
public final class Drift {
  private Drift() {}

  /// What became of these bindings. Of kinds that could not be read this time, nothing is said.
  public static List<Change> since(Bindings before, Inventory now) {
    List<Binding> there = Bound.everything(now).toList();
    Map<String, Binding> byId =
        there.stream()
            .collect(Collectors.toMap(Binding::id, Function.identity(), (first, _) -> first));
    return before.all().stream()
        .filter(was -> isKnown(was.kind(), now))
        .filter(was -> !wentWithItsPipeline(was, byId, before))
        .flatMap(was -> change(was, there, byId, before).stream())
        .toList();
  }

  /// What is gone with its pipeline is told once, by the pipeline.
  private static boolean wentWithItsPipeline(
      Binding was, Map<String, Binding> byId, Bindings before) {
    return was.kind() == Thing.Kind.STAGE
        && before
            .of(Name.of(Thing.Kind.PIPELINE, was.within()))
            .filter(pipeline -> !byId.containsKey(pipeline.id()))
            .isPresent();
  }

  private static Optional<Change> change(
      Binding was, List<Binding> there, Map<String, Binding> byId, Bindings before) {
    var heir = there.stream().filter(each -> isNamed(each, was, byId, before)).findFirst();
    var same = there.stream().filter(each -> isSame(each, was)).findFirst();
    if (same.isPresent() && was.kind().isSameName(same.get().name(), was.name())) {
      return reordered(was, same.get(), byId);
    }
    if (heir.isPresent()) {
      return Optional.of(new Change.MadeAnew(was, heir.get().id()));
    }
    return Optional.of(
        same.<Change>map(now -> new Change.Renamed(was, now.name()))
            .orElseGet(() -> new Change.Removed(was)));
  }

  private static boolean isSame(Binding now, Binding was) {
    return now.kind() == was.kind() && now.id().equals(was.id());
  }

  /// Whether something has the name now, a stage in its pipeline, whatever that is called by now.
  private static boolean isNamed(
      Binding now, Binding was, Map<String, Binding> byId, Bindings before) {
    if (now.kind() != was.kind() || !was.kind().isSameName(now.name(), was.name())) {
      return false;
    }
    if (was.within().isEmpty() || now.within().equals(was.within())) {
      return true;
    }
    return before
        .of(Name.of(Thing.Kind.PIPELINE, was.within()))
        .map(pipeline -> byId.get(pipeline.id()))
        .filter(pipeline -> pipeline.name().equals(now.within()))
        .isPresent();
  }

  private static Optional<Change> reordered(Binding was, Binding now, Map<String, Binding> byId) {
    var before = was.order().stream().filter(now.order()::contains).toList();
    var after = now.order().stream().filter(was.order()::contains).toList();
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(new Change.Reordered(was, names(before, byId), names(after, byId)));
  }

  private static List<String> names(List<String> ids, Map<String, Binding> byId) {
    return ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).map(Binding::name).toList();
  }

  private static boolean isKnown(Thing.Kind kind, Inventory now) {
    return switch (kind) {
      case PIPELINE, STAGE -> now.pipelines() instanceof Told.Known;
      case TAG -> now.tags() instanceof Told.Known;
      case FIELD -> now.fields() instanceof Told.Known;
      case USER -> now.users() instanceof Told.Known;
      case CALENDAR -> now.calendars() instanceof Told.Known;
      case AUTOMATION -> now.automations() instanceof Told.Known;
      case VALUE -> now.values() instanceof Told.Known;
    };
  }
}
