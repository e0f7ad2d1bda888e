package dev.interlock.contract;

import dev.interlock.contract.model.Contract;

/// A class that defines one workflow contract. It needs a public constructor without parameters and
/// does nothing but return the contract.
@FunctionalInterface
public interface WorkflowContract {
  /// The contract, the same each time.
  Contract contract();
}
