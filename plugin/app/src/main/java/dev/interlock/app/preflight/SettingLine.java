package dev.interlock.app.preflight;

import dev.interlock.crm.inventory.Chore;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Name;
import dev.interlock.crm.inventory.Thing;
import dev.interlock.crm.inventory.Told;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A setting: whether it has a value, ours or the account's.
record SettingLine(Demand.Setting demand, Known known) {
  private static final String OURS = "INTERLOCK_SETTING_";

  Line line() {
    return ours().map(this::given).orElseGet(this::taken);
  }

  private Optional<String> ours() {
    return known.ours().entrySet().stream()
        .filter(entry -> Thing.Kind.isAlike(entry.getKey(), demand.name()))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /// With a value of ours, contracts can run. The CRM's own pages and automations have it only when
  /// it is a custom value as well.
  private Line given(String value) {
    if (!(known.inventory().values() instanceof Told.Known<List<Thing.Value>>(var there))) {
      return plain(new State.Present(OURS + demand.name()));
    }
    var theirs =
        there.stream()
            .filter(each -> Thing.Kind.isAlike(each.name(), demand.name()))
            .map(each -> each.text().strip())
            .toList();
    var creatable = new Creatable.Value(readable(demand.name()), value);
    if (theirs.isEmpty() && known.guide().whyNot(creatable).isEmpty()) {
      return plain(
          new State.Creates(
              creatable, "as a custom value, so that the CRM's own texts have it too"));
    }
    boolean differs = theirs.stream().anyMatch(text -> !text.equals(value));
    return plain(
        new State.Present(
            differs
                ? OURS + demand.name() + " is used; the CRM's custom value says something else"
                : OURS + demand.name()));
  }

  private Line taken() {
    var line = naming().line(known.inventory().values(), known);
    return line.state() instanceof State.Yours(var what, Chore.MakeValue chore)
        ? line.with(
            new State.Yours(
                "%s: %s, such as %s; or set %s%s"
                    .formatted(what, demand.meaning(), demand.example(), OURS, demand.name()),
                chore))
        : line;
  }

  private Naming<Thing.Value> naming() {
    return new Naming<>(
        Line.Group.SETTINGS,
        Name.of(Thing.Kind.VALUE, demand.name()),
        demand.by(),
        this::value,
        new Chore.MakeValue(readable(demand.name())),
        Optional.empty());
  }

  private State value(Thing.Value value) {
    return value.text().isBlank()
        ? new State.Yours("the custom value is empty", new Chore.FillValue(value.name()))
        : new State.Present("custom value \"" + value.name() + "\"");
  }

  private Line plain(State state) {
    return Line.of(Line.Group.SETTINGS, demand.name(), state, demand.by());
  }

  /// `bookingLink` as `Booking link`: people see it in the CRM.
  static String readable(String name) {
    String words = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").replace('_', ' ').strip();
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1).toLowerCase(Locale.ROOT);
  }
}
