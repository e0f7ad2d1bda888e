package dev.interlock.app.account;

import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Made;
import dev.interlock.crm.inventory.Thing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Makes one thing after the other and tells what came of it.
public final class Makings {
  private final AccountRound round;
  private final Consumer<Making> tell;
  private final List<Making> all = new ArrayList<>();
  private final Map<Creatable, String> refused = new LinkedHashMap<>();
  private final Map<Thing.Kind, String> closed = new EnumMap<>(Thing.Kind.class);

  /// @param tell hears of each at once
  public Makings(AccountRound round, Consumer<Making> tell) {
    this.round = round;
    this.tell = tell;
  }

  /// Makes one, unless others of its kind were refused already.
  public void make(Creatable thing) {
    var why = closed.get(thing.kind());
    if (why != null) {
      // what the token may not do once, it may not do ten times
      refused.put(thing, why);
      tell(thing, "not-made", why);
      return;
    }
    switch (round.make(thing)) {
      case Made.Done _ -> tell(thing, "made", "");
      case Made.AlreadyThere _ -> tell(thing, "already-there", "");
      case Made.TryLater(_, var reason) -> tell(thing, "not-made", "not now: " + reason);
      case Made.InDoubt(var reason) ->
          tell(thing, "in-doubt", reason + "; look with `interlock plan` before making it again");
      case Made.Refused(var code, var reason) -> {
        refused.put(thing, reason);
        if (code.equals("scope")) {
          closed.put(thing.kind(), reason);
        }
        tell(thing, "not-made", reason);
      }
    }
  }

  private void tell(Creatable thing, String outcome, String words) {
    var kind = thing.kind().name().toLowerCase(Locale.ROOT);
    var making = new Making(kind, thing.name(), outcome, words);
    all.add(making);
    tell.accept(making);
  }

  /// What became of each.
  public List<Making> all() {
    return List.copyOf(all);
  }

  /// What the CRM will not make, and why.
  public Map<Creatable, String> refused() {
    return Map.copyOf(refused);
  }
}
