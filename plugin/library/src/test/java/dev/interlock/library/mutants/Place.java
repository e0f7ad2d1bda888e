package dev.interlock.library.mutants;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import java.util.function.Function;

/// A place in a contract of a set, and the set with something else at that place.
///
/// @param where the way there, by names where there are any
record Place<T>(Contract contract, String where, T value, Function<Object, ContractSet> replaced) {
  ContractSet with(Object other) {
    return replaced.apply(other);
  }
}
