package dev.interlock.verifier.scenario;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Played;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.verifier.scenario.Scenario.Acceptance;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Binds what comes of a scenario today to whoever answers for it and to the contracts as they are.
public final class Acceptances {
  private final ContractSet set;
  private final Repertoire repertoire;

  public Acceptances(ContractSet set) {
    this.set = set;
    this.repertoire = Repertoire.of(set);
  }

  /// What comes of the scenario now; a story that can no longer be played comes to nothing.
  public Played play(Scenario scenario) {
    return Simulation.play(repertoire, scenario.script());
  }

  /// The scenario with what comes of it now, accepted; empty when it cannot be played to its end.
  public Optional<Scenario> accepted(Scenario scenario, String by, LocalDate on) {
    return switch (play(scenario)) {
      case Played.Derailed _ -> Optional.empty();
      case Played.Whole(var chronicle) ->
          Optional.of(
              scenario
                  .with(Outcome.of(chronicle))
                  .accepted(new Acceptance(by, on, decided(chronicle))));
    };
  }

  /// Who turned the contact away has decided something, too.
  private Map<ContractId, String> decided(Chronicle chronicle) {
    Map<ContractId, String> hashes = new TreeMap<>();
    chronicle.facts().stream()
        .flatMap(dated -> deciding(dated.fact()))
        .flatMap(id -> set.contract(id).stream())
        .forEach(contract -> hashes.put(contract.id(), ContentHash.of(contract).hex()));
    return hashes;
  }

  private static Stream<ContractId> deciding(Fact fact) {
    return switch (fact) {
      case Fact.Began(var who, _, _) -> Stream.of(who.contract());
      case Fact.Queued(var who, _, _) -> Stream.of(who.contract());
      case Fact.Refused(var contract, _, _) -> Stream.of(contract);
      case Fact _ -> Stream.empty();
    };
  }
}
