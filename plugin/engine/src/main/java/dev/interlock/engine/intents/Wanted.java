package dev.interlock.engine.intents;

import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Standing;

/// Whether a run still waits for a command. One that was ended from outside does not wait for what
/// it had begun: what was in doubt then and did not happen stays undone.
final class Wanted {
  private Wanted() {}

  static boolean isBy(Standing standing, CommandId id) {
    return switch (standing) {
      case Standing.Commanded(_, var command) -> command.equals(id);
      case Standing.Closing(_, _, var command, _, _) -> command.equals(id);
      case Standing.Verifying(_, _, var command, _) -> command.equals(id);
      case Standing.Paused(var stopped, _) -> isBy(stopped, id);
      case Standing.Queued _, Standing.Held _, Standing.Waiting _, Standing.Awaiting _ -> false;
      case Standing.Doubtful _, Standing.Ready _ -> false;
      case Standing.Ended _, Standing.TurnedAway _ -> false;
    };
  }
}
