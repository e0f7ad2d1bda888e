package dev.interlock.app.command;

import dev.interlock.app.casebook.Times;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.RunSummary;

/// Where a run stands, in a few words.
final class Whereabouts {
  private Whereabouts() {}

  /// As in "listens at first answer until Monday".
  static String of(RunSummary run, Times times) {
    return run.state().words()
        + (run.state() == RunState.PAUSED && run.isInTurn() ? " in turn" : "")
        + run.place().map(place -> " at " + place).orElse("")
        + run.alarm().map(alarm -> " until " + times.stamp(alarm)).orElse("");
  }
}
