package dev.interlock.app.command;

import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.casebook.LaneRow;
import dev.interlock.app.casebook.LaneRow.Waiting;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.Json;
import dev.interlock.contract.model.ContractId;
import dev.interlock.engine.read.LaneLine;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.handbook.words.Titles;
import java.util.List;
import java.util.Optional;

/// Who holds which lane and what for, and who waits for it: a row for each lane.
record LanesText(Casebook casebook, Console console) {

  /// A row for machines.
  ///
  /// @param run who holds the lane, with where that run stands; all empty where nobody does
  /// @param waiting the one that comes next first
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
      String due,
      List<WaitingData> waiting) {
    static LaneData of(LaneRow row, Optional<RunSummary> run) {
      return new LaneData(
          row.lane().text(),
          row.contact().text(),
          row.contactName(),
          text(row.holder().map(LaneLine::run)),
          text(row.holder().map(LaneLine::contract)),
          row.holder().map(LaneLine::priority).orElse(0),
          text(row.holder().map(LaneLine::since)),
          run.map(one -> one.state().name()).orElse(""),
          text(run.flatMap(RunSummary::place)),
          text(run.flatMap(RunSummary::alarm)),
          row.waiting().stream().map(WaitingData::of).toList());
    }
  }

  /// Somebody who waits, for machines.
  ///
  /// @param how `displaces` or `in-turn`
  /// @param run empty for what displaces, which begins only then
  /// @param cause the event that begins it; empty for what waits in turn
  /// @param until when it is turned away; empty for what displaces, and for what is paused
  /// @param paused whether an operator has it wait longer
  private record WaitingData(
      String how,
      String contract,
      String run,
      String since,
      String until,
      String cause,
      boolean paused) {
    static WaitingData of(Waiting one) {
      return switch (one) {
        case Waiting.Entering(var entry) ->
            new WaitingData(
                "displaces",
                entry.contract().text(),
                "",
                entry.since().toString(),
                "",
                entry.causeWords(),
                false);
        case Waiting.InTurn(var run) ->
            new WaitingData(
                "in-turn",
                run.contract().text(),
                run.run().text(),
                run.begunAt().toString(),
                text(run.alarm()),
                "",
                run.state() == RunState.PAUSED);
      };
    }
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  void print(Optional<ContractId> contract, int limit, boolean json) {
    var held =
        casebook.laneRows().stream()
            .filter(row -> contract.map(row::concerns).orElse(true))
            .limit(limit)
            .toList();
    if (json) {
      console.say(Json.of(held.stream().map(row -> LaneData.of(row, holder(row))).toList()));
      return;
    }
    print(held);
    if (held.size() == limit) {
      console.tell("There may be more; --limit shows them.");
    }
  }

  private Optional<RunSummary> holder(LaneRow row) {
    return row.holder().map(LaneLine::run).flatMap(casebook::run);
  }

  private void print(List<LaneRow> rows) {
    if (rows.isEmpty()) {
      console.say("Nobody is in a lane.");
      return;
    }
    var titles = casebook.titles();
    var times = new Times(casebook.zone());
    for (var row : rows) {
      console.say(
          "%s  %s  %s"
              .formatted(
                  row.lane(), console.bold(row.contactName()), holderWords(row, titles, times)));
      row.holder()
          .ifPresentOrElse(
              held ->
                  console.say(
                      console.faint(
                          "    since %s, run %s, contact %s"
                              .formatted(times.stamp(held.since()), held.run(), held.contact()))),
              () -> console.say(console.faint("    contact " + row.contact())));
      row.waiting().forEach(one -> console.say("    " + words(one, titles, times)));
    }
  }

  private String holderWords(LaneRow row, Titles titles, Times times) {
    return row.holder()
        .map(held ->
            titles.of(held.contract())
                + holder(row).map(run -> " " + Whereabouts.of(run, times)).orElse(""))
        .orElse("nobody holds it");
  }

  private static String words(Waiting one, Titles titles, Times times) {
    return switch (one) {
      case Waiting.Entering(var entry) ->
          "%s comes in when that has left, which it displaced: since %s, because %s"
              .formatted(
                  titles.of(entry.contract()), times.stamp(entry.since()), entry.causeWords());
      case Waiting.InTurn(var run) when run.state() == RunState.PAUSED ->
          "%s waits in turn, and is paused: since %s, run %s; others pass it until it is resumed"
              .formatted(titles.of(run.contract()), times.stamp(run.begunAt()), run.run());
      case Waiting.InTurn(var run) ->
          "%s waits in turn: since %s%s, run %s"
              .formatted(
                  titles.of(run.contract()),
                  times.stamp(run.begunAt()),
                  run.alarm()
                      .map(until -> ", and is turned away at " + times.stamp(until))
                      .orElse(""),
                  run.run());
    };
  }
}
