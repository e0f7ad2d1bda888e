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
  ///
  /// @param state where it stood before
  /// @param stateNow where it stands when the order has been carried out, or not
  private record RunData(
      String run,
      String contract,
      String contact,
      String state,
      String stateNow,
      String outcome,
      String words) {
    static RunData of(RunSummary run, RunSummary now, Told told) {
      return new RunData(
          run.run().text(),
          run.contract().text(),
          run.contact().text(),
          run.state().name(),
          now.state().name(),
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
        RunSummary now = now(casebook, run, told);
        data.add(RunData.of(run, now, told));
        counts.merge(told.outcome(), 1, Integer::sum);
        if (!options.wantsJson()) {
          show(run, titles.of(run.contract()), times, after(told, now, times));
        }
      }
    }
    if (options.wantsJson()) {
      console.say(Json.of(data));
    } else {
      count(runs.size(), counts);
      options.remind(console, counts.containsKey(Told.Outcome.WOULD_BE_DONE));
    }
    return counts.containsKey(Told.Outcome.FAILED) ? ExitCode.NO : ExitCode.FINE;
  }

  private static RunSummary now(Casebook casebook, RunSummary run, Told told) {
    return told.outcome() == Told.Outcome.DONE ? casebook.run(run.run()).orElse(run) : run;
  }

  /// What follows from an order may take the CRM a while: this is where it has come to.
  private static Told after(Told told, RunSummary now, Times times) {
    return told.outcome() == Told.Outcome.DONE
        ? new Told(told.outcome(), told.words() + "; now it " + Whereabouts.of(now, times))
        : told;
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
