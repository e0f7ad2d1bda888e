package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.order.OrderLine;
import dev.interlock.engine.read.RunSummary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Gives one order about each of some runs, or shows what it would do, and tells what came of it.
record OrderRound(Surroundings surroundings, Console console, OrderOptions options) {

  /// A run and what became of the order, for machines.
  private record RunData(
      String run, String contract, String contact, String state, String outcome, String words) {
    static RunData of(RunSummary run, Told told) {
      return new RunData(
          run.run().text(),
          run.contract().text(),
          run.contact().text(),
          run.state().name(),
          told.outcome().word(),
          told.words());
    }
  }

  int about(Casebook casebook, List<RunSummary> runs, RunOrder order) {
    var data = new ArrayList<RunData>();
    var titles = casebook.titles();
    var times = new Times(casebook.zone());
    var counts = new EnumMap<Told.Outcome, Integer>(Told.Outcome.class);
    try (var line = options.line(surroundings)) {
      for (var run : runs) {
        Told told = one(run, order, line);
        data.add(RunData.of(run, told));
        counts.merge(told.outcome(), 1, Integer::sum);
        if (!options.wantsJson()) {
          show(run, titles.of(run.contract()), times, told);
        }
      }
    }
    if (options.wantsJson()) {
      console.say(Json.of(data));
    } else {
      count(runs.size(), counts);
      options.remind(console);
    }
    return counts.containsKey(Told.Outcome.FAILED) ? ExitCode.NO : ExitCode.FINE;
  }

  /// Of many, nobody counts the lines.
  private void count(int all, Map<Told.Outcome, Integer> counts) {
    if (all > 1) {
      console.tell(
          counts.entrySet().stream()
              .map(each -> each.getValue() + " " + each.getKey().words())
              .collect(Collectors.joining(", ", all + " runs: ", ".")));
    }
  }

  private Told one(RunSummary run, RunOrder order, OrderLine line) {
    return switch (order.fit().apply(run)) {
      case Fit.LeftAlone(var why) -> new Told(Told.Outcome.LEFT_ALONE, "left alone, " + why);
      case Fit.Fits(var effect) ->
          options.isMeant()
              ? Told.of(line.give(order.request().apply(run)), effect)
              : new Told(Told.Outcome.WOULD_BE_DONE, effect);
    };
  }

  private void show(RunSummary run, String title, Times times, Told told) {
    console.say(
        "%s  %s  %s".formatted(console.bold(run.contactName()), title, Whereabouts.of(run, times)));
    console.say("    " + told.styled(console) + console.faint("  run " + run.run()));
  }
}
