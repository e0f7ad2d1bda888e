package dev.interlock.verifier;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.simulation.Changeover;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A set with the versions that drain beside it, each under a name of its own: `nurture` of version
/// 3f9a1c2b is `nurture-3f9a1c2b` here.
///
/// @param former the versions that drain, by the names that they have in the set
record Turnover(
    ContractSet together, Map<ContractId, Beside.Version> former, Set<ContractId> arriving) {

  /// @param arriving contracts of the set that took no entries before
  static Turnover of(ContractSet set, List<Beside.Version> draining, Set<ContractId> arriving) {
    Map<ContractId, Beside.Version> former = new LinkedHashMap<>();
    List<Contract> all = new ArrayList<>(set.contracts());
    for (Beside.Version version : draining) {
      Contract renamed = renamed(version.contract());
      if (former.putIfAbsent(renamed.id(), version) == null) {
        all.add(renamed);
      }
    }
    return new Turnover(new ContractSet(set.operation(), all), former, arriving);
  }

  private static Contract renamed(Contract contract) {
    String version = ContentHash.of(contract).shortForm();
    String title = contract.title().isBlank() ? contract.id().text() : contract.title();
    return new Contract(
        new ContractId(contract.id() + "-" + version),
        "%s (version %s)".formatted(title, version),
        contract.owner(),
        contract.purpose(),
        contract.trigger(),
        contract.admits(),
        contract.lane(),
        contract.reentry(),
        contract.key(),
        contract.handlers(),
        contract.declarations(),
        contract.path(),
        contract.exits(),
        contract.position());
  }

  Changeover changeover() {
    Map<ContractId, ContractId> contracts = new LinkedHashMap<>();
    former.forEach((name, version) -> contracts.put(name, version.contract().id()));
    return new Changeover(contracts, arriving);
  }

  /// The text with the names of contracts in the place of those that versions have here.
  String inNames(String text) {
    String told = text;
    for (var entry : former.entrySet()) {
      told = told.replace(entry.getKey().text(), entry.getValue().contract().id().text());
    }
    return told;
  }

  /// The text with the names of contracts, and which version is meant.
  String inWords(String text) {
    String told = text;
    for (var entry : former.entrySet()) {
      Contract contract = entry.getValue().contract();
      told =
          told.replace(
              "*" + entry.getKey().text() + "*",
              "*%s* (version %s)".formatted(contract.id(), ContentHash.of(contract).shortForm()));
    }
    return inNames(told);
  }
}
