package dev.interlock.engine.read;

import dev.interlock.contract.model.ContractId;
import dev.interlock.core.program.NodeId;
import java.util.Optional;

/// How many runs of a contract version stand at a place.
///
/// @param place empty while a run waits in turn or leaves
public record PlaceCount(
    ContractId contract, String hash, RunState state, Optional<NodeId> place, long count) {

  /// Whether these wait in turn for their lanes, also where an operator has them wait longer.
  public boolean isInTurn() {
    return state == RunState.QUEUED || (state == RunState.PAUSED && place.isEmpty());
  }
}
