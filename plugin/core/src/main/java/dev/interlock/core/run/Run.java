package dev.interlock.core.run;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import java.time.Instant;

/// A run as it stands: everything that has to survive a restart, and nothing else.
///
/// @param contractHash the content hash of the contract version that the run stays on
/// @param key what tells two runs of one contract for one contact apart; `contact` when nothing
///   does
/// @param cause the id of the event that began it
public record Run(
    RunId id,
    ContactId contact,
    ContractId contract,
    String contractHash,
    String key,
    String cause,
    Instant begunAt,
    Standing standing,
    Memory memory) {

  /// The same run, on another version of its contract.
  public Run following(String hash) {
    return new Run(id, contact, contract, hash, key, cause, begunAt, standing, memory);
  }

  /// The same run, standing elsewhere.
  public Run at(Standing other) {
    return new Run(id, contact, contract, contractHash, key, cause, begunAt, other, memory);
  }

  /// The same run, remembering something else.
  public Run remembering(Memory other) {
    return new Run(id, contact, contract, contractHash, key, cause, begunAt, standing, other);
  }
}
