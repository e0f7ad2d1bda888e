package dev.interlock.core.run;

import java.util.List;

/// What is decided: the next state and everything that has to be stored and done with it, together
/// or not at all.
public record Decision(
    Run next, List<Command> commands, List<Entry> journal, List<Effect> effects) {
  public Decision {
    commands = List.copyOf(commands);
    journal = List.copyOf(journal);
    effects = List.copyOf(effects);
  }

  /// Nothing changes and there is nothing to tell.
  public static Decision unchanged(Run run) {
    return new Decision(run, List.of(), List.of(), List.of());
  }
}
