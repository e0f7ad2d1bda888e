package dev.interlock.simulation.script;

/// Who makes commands end and timers fire.
public enum Pace {
  /// Beats do, and nothing else: a counterexample is replayed exactly as it was found.
  STEPWISE,
  /// They do so by themselves: a command is done at once, a timer fires when it is due.
  BY_ITSELF
}
