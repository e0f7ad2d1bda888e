package dev.interlock.app.command;

import dev.interlock.app.console.Console;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Made;
import dev.interlock.crm.inventory.Thing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes one thing after the other and tells what came of it.
final class Makings {
  private final AccountRound round;
  private final Console console;
  private final boolean aloud;
  private final List<Making> all = new ArrayList<>();
  private final Map<Creatable, String> refused = new LinkedHashMap<>();
  private final Map<Thing.Kind, String> closed = new EnumMap<>(Thing.Kind.class);

  Makings(AccountRound round, Console console, boolean aloud) {
    this.round = round;
    this.console = console;
    this.aloud = aloud;
  }

  void make(Creatable thing) {
    var why = closed.get(thing.kind());
    if (why != null) {
      // what the token may not do once, it may not do ten times
      refused.put(thing, why);
      tell(thing, "not-made", console.bad("not made"), why);
      return;
    }
    switch (round.make(thing)) {
      case Made.Done _ -> tell(thing, "made", console.good("made"), "");
      case Made.AlreadyThere _ -> tell(thing, "already-there", console.good("there already"), "");
      case Made.TryLater(_, var reason) ->
          tell(thing, "not-made", console.bad("not made now"), reason);
      case Made.InDoubt(var reason) ->
          tell(
              thing,
              "in-doubt",
              console.odd("perhaps made"),
              reason + "; look with `interlock plan` before making it again");
      case Made.Refused(var code, var reason) -> {
        refused.put(thing, reason);
        if (code.equals("scope")) {
          closed.put(thing.kind(), reason);
        }
        tell(thing, "not-made", console.bad("not made"), reason);
      }
    }
  }

  private void tell(Creatable thing, String outcome, String styled, String words) {
    var kind = thing.kind().name().toLowerCase(Locale.ROOT);
    all.add(new Making(kind, thing.name(), outcome, words));
    if (aloud) {
      console.say(
          "  "
              + thing.kind().word()
              + " "
              + console.bold(thing.name())
              + "  "
              + styled
              + (words.isEmpty() ? "" : ": " + words));
    }
  }

  /// What became of each.
  List<Making> all() {
    return List.copyOf(all);
  }

  /// What the CRM will not make, and why.
  Map<Creatable, String> refused() {
    return Map.copyOf(refused);
  }
}
