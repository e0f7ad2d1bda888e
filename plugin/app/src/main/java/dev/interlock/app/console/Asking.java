package dev.interlock.app.console;

import java.util.Optional;

/// Whoever can be asked while a command runs.
@FunctionalInterface
public interface Asking {

  /// What they answer; empty when nobody is there.
  Optional<String> ask(String question);

  /// Nobody is there, as in a script.
  static Asking nobody() {
    return _ -> Optional.empty();
  }
}
