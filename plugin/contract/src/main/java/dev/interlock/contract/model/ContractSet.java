package dev.interlock.contract.model;

import java.util.List;
import java.util.Optional;

/// An operation and the contracts that stand in it: what is verified, shipped and run together.
public record ContractSet(Operation operation, List<Contract> contracts) {
  public ContractSet {
    contracts = List.copyOf(contracts);
  }

  /// The contract of this name, if the set has it.
  public Optional<Contract> contract(ContractId id) {
    return contracts.stream().filter(contract -> contract.id().equals(id)).findFirst();
  }
}
