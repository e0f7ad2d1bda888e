package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.check.Checking;
import dev.interlock.app.check.KeptProofs;
import picocli.CommandLine.Option;

/// Whether what was proved before counts.
final class ProofsOption {
  @Option(
      names = "--anew",
      description = {
        "Prove everything, also what an earlier run of this Interlock proved already; that is kept"
            + " in the user's cache folder."
      })
  private boolean anew;

  Checking checking(Surroundings surroundings) {
    return Checking.of(surroundings, anew ? KeptProofs.anew() : KeptProofs.of(surroundings));
  }
}
