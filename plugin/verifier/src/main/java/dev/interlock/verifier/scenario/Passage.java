package dev.interlock.verifier.scenario;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Position;

/// One way that a contract can take at one of its places: a step done, an arm taken, a silence
/// kept, a failure met, an exit left by.
///
/// @param step the step or exit, `throughout` for a run-wide handler
/// @param way which way, in words
/// @param position where the author said it
public record Passage(ContractId contract, String step, String way, Position position) {
  @Override
  public String toString() {
    return contract + ": " + step + " (" + way + ")";
  }
}
