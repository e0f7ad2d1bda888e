package dev.interlock.app.plugin;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Operation;
import dev.interlock.verifier.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// What classes of a plugin said, and what went wrong on the way.
///
/// @param scenarios what a jar carries besides
record Definitions(
    List<Said<Operation>> operations,
    List<Said<Contract>> contracts,
    List<Scenario> scenarios,
    List<Fault> faults) {

  /// What a class said.
  record Said<T>(T value, Origin origin) {}

  Definitions {
    operations = List.copyOf(operations);
    contracts = List.copyOf(contracts);
    scenarios = List.copyOf(scenarios);
    faults = List.copyOf(faults);
  }

  static Definitions faulty(List<Fault> faults) {
    return scenarios(List.of(), faults);
  }

  static Definitions scenarios(List<Scenario> scenarios, List<Fault> faults) {
    return new Definitions(List.of(), List.of(), scenarios, faults);
  }

  static Definitions all(List<Definitions> parts) {
    var operations = new ArrayList<Said<Operation>>();
    var contracts = new ArrayList<Said<Contract>>();
    var scenarios = new ArrayList<Scenario>();
    var faults = new ArrayList<Fault>();
    for (var part : parts) {
      operations.addAll(part.operations);
      contracts.addAll(part.contracts);
      scenarios.addAll(part.scenarios);
      faults.addAll(part.faults);
    }
    return new Definitions(operations, contracts, scenarios, faults);
  }
}
