package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.order.OrderLine;
import dev.interlock.app.order.OrderRequest;
import java.util.ArrayList;
import java.util.List;

/// Orders something about each of some things that wait for somebody, or shows what would be done,
/// and tells what came of it.
record ThingRound(Surroundings surroundings, Console console, OrderOptions options) {

  /// What is ordered about one kind of thing.
  interface About<T> {
    /// What becomes of it, as in "is told again".
    String effect(T thing);

    /// The order itself.
    OrderRequest request(T thing);

    /// Says what it is.
    void show(T thing);

    /// The same for machines, with what became of the order.
    Record data(T thing, Told told);
  }

  /// @param nothing what is said where there is no such thing
  <T> int give(List<T> things, About<T> about, String nothing) {
    var data = new ArrayList<Record>();
    boolean all = true;
    try (var line = options.line(surroundings)) {
      for (T thing : things) {
        Told told = one(thing, about, line);
        data.add(about.data(thing, told));
        all &= !told.isFailed();
        if (!options.wantsJson()) {
          about.show(thing);
          console.say("    " + told.styled(console));
        }
      }
    }
    if (options.wantsJson()) {
      console.say(Json.of(data));
    } else if (things.isEmpty()) {
      console.say(nothing);
    } else {
      options.remind(console);
    }
    return all ? ExitCode.FINE : ExitCode.NO;
  }

  private <T> Told one(T thing, About<T> about, OrderLine line) {
    return options.isMeant()
        ? Told.of(line.give(about.request(thing)), about.effect(thing))
        : new Told(Told.Outcome.WOULD_BE_DONE, about.effect(thing));
  }
}
