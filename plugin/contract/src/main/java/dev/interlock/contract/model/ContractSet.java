package dev.interlock.contract.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An operation and the contracts that stand in it: what is verified, shipped and run together.
///
/// The contracts are in the order of their ids, however they were found, so that equal sets are
/// equal.
public record ContractSet(Operation operation, List<Contract> contracts) {
  public ContractSet {
    contracts = contracts.stream().sorted(Comparator.comparing(Contract::id)).toList();
  }

  /// The contract of this name, if the set has it.
  public Optional<Contract> contract(ContractId id) {
    return contracts.stream().filter(contract -> contract.id().equals(id)).findFirst();
  }
}
