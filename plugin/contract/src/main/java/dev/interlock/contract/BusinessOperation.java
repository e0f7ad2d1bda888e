package dev.interlock.contract;

import dev.interlock.contract.model.Operation;

/// A class that declares what the contracts of one business share. A set of contracts has exactly
/// one; it needs a public constructor without parameters.
@FunctionalInterface
public interface BusinessOperation {
  /// The operation, the same each time.
  Operation operation();
}
