package dev.interlock.library.mutants;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.library.KeptScenarios;
import dev.interlock.simulation.Played;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.verifier.scenario.Outcome;
import dev.interlock.verifier.scenario.Scenario;
import java.util.List;

/// The accepted scenarios of the sets that are broken.
final class Rehearsals {
  private static final ContractSet RECALL = Recall.set();
  private static final List<Scenario> OF_THE_LIBRARY = KeptScenarios.ofTheLibrary();
  private static final List<Scenario> OF_RECALL = Recall.scenarios();

  private Rehearsals() {}

  static List<Scenario> of(ContractSet set) {
    return set.equals(RECALL) ? OF_RECALL : OF_THE_LIBRARY;
  }

  /// Whether the scenario comes to something else than was accepted, or cannot be played any more.
  /// For which versions it was accepted does not count here: every mutant is another version.
  static boolean isOther(Scenario scenario, Repertoire repertoire) {
    return switch (Simulation.play(repertoire, scenario.script())) {
      case Played.Derailed _ -> true;
      case Played.Whole(var chronicle) -> !Outcome.of(chronicle).equals(scenario.outcome());
    };
  }
}
