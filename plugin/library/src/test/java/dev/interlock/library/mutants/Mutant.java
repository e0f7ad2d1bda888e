package dev.interlock.library.mutants;

import dev.interlock.contract.model.ContractSet;

/// A set in which one thing is other than it was.
///
/// @param where the place, and what stands there now if that is not plain
/// @param original the set as it was
record Mutant(Operator operator, String where, ContractSet original, ContractSet set) {
  @Override
  public String toString() {
    return operator.name() + " at " + where;
  }
}
