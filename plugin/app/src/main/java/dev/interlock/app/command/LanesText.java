package dev.interlock.app.command;

import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.Json;
import dev.interlock.contract.model.ContractId;
import dev.interlock.engine.read.LaneLine;
import dev.interlock.engine.read.RunSummary;
import java.util.List;
import java.util.Optional;

/// Who holds which lane, and what for: a row for each.
record LanesText(Casebook casebook, Console console) {

  /// A row for machines.
  ///
  /// @param state and place, where the run that holds the lane stands
  private record LaneData(
      String lane,
      String contact,
      String name,
      String run,
      String contract,
      int priority,
      String since,
      String state,
      String place,
      String due) {
    static LaneData of(LaneLine line, Optional<RunSummary> run) {
      return new LaneData(
          line.lane().text(),
          line.contact().text(),
          line.contactName(),
          line.run().text(),
          line.contract().text(),
          line.priority(),
          line.since().toString(),
          run.map(one -> one.state().name()).orElse(""),
          run.flatMap(RunSummary::place).map(Object::toString).orElse(""),
          run.flatMap(RunSummary::alarm).map(Object::toString).orElse(""));
    }
  }

  void print(Optional<ContractId> contract, int limit, boolean json) {
    var held =
        casebook.lanes().stream()
            .filter(line -> contract.map(line.contract()::equals).orElse(true))
            .limit(limit)
            .toList();
    if (json) {
      console.say(
          Json.of(held.stream().map(line -> LaneData.of(line, casebook.run(line.run()))).toList()));
      return;
    }
    print(held);
    if (held.size() == limit) {
      console.tell("There may be more; --limit shows them.");
    }
  }

  private void print(List<LaneLine> held) {
    if (held.isEmpty()) {
      console.say("Nobody is in a lane.");
      return;
    }
    var titles = casebook.titles();
    var times = new Times(casebook.zone());
    for (var line : held) {
      console.say(
          "%s  %s  %s %s"
              .formatted(
                  line.lane(),
                  console.bold(line.contactName()),
                  titles.of(line.contract()),
                  casebook.run(line.run()).map(run -> Whereabouts.of(run, times)).orElse("")));
      console.say(
          console.faint(
              "    since %s, run %s, contact %s"
                  .formatted(times.stamp(line.since()), line.run(), line.contact())));
    }
  }
}
