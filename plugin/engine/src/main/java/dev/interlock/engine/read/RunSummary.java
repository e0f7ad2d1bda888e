package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.RunId;
import java.time.Instant;
import java.util.Optional;

/// A run in one line.
///
/// @param contactName what people call the contact; its id when never read
/// @param key what tells two runs of one contract for one contact apart
/// @param alarm when a timer is due
/// @param calls to the CRM so far, those that were made in vain included; of those that serve
///   several runs of one contact, one run has all
/// @param proof whether the exit is true in the CRM; empty while the run is not over
public record RunSummary(
    RunId run,
    ContactId contact,
    String contactName,
    ContractId contract,
    String hash,
    String key,
    Instant begunAt,
    Instant changedAt,
    RunState state,
    Optional<NodeId> place,
    Optional<Instant> alarm,
    Optional<ExitName> exit,
    Optional<ProofState> proof,
    Optional<Instant> endedAt,
    long calls) {

  /// Whether it waits in turn for its lane, also where an operator has it wait longer.
  public boolean isInTurn() {
    return state == RunState.QUEUED || (state == RunState.PAUSED && place.isEmpty());
  }
}
