package dev.interlock.simulation;

import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;

/// A run, and the contract whose run it is.
public record Who(RunId run, ContractId contract) {
  static Who of(Run run) {
    return new Who(run.id(), run.contract());
  }

  @Override
  public String toString() {
    return contract.text();
  }
}
