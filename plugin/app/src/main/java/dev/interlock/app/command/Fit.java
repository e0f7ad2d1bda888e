package dev.interlock.app.command;

import dev.interlock.engine.read.RunSummary;

/// What an order would do to a run.
sealed interface Fit {

  /// This would become of it.
  ///
  /// @param effect as in "it goes on"
  record Fits(String effect) implements Fit {}

  /// Nothing.
  ///
  /// @param why as in "left alone, since it is paused"
  record LeftAlone(String why) implements Fit {}

  static Fit of(String effect) {
    return new Fits(effect);
  }

  static Fit not(RunSummary run) {
    return new LeftAlone("since it " + run.state().words());
  }

  static Fit not(RunSummary run, String instead) {
    return new LeftAlone("since it " + run.state().words() + "; " + instead);
  }

  static Fit when(boolean fits, RunSummary run, String effect) {
    return fits ? of(effect) : not(run);
  }
}
