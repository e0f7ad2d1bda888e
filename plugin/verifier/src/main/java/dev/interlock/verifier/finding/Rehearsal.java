package dev.interlock.verifier.finding;

import dev.interlock.contract.model.ContractId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// A scenario that was played and came to what somebody had accepted.
///
/// @param contracts those that let the contact in or turned them away in it
/// @param by who accepted it
/// @param on the day on which they did
public record Rehearsal(Set<ContractId> contracts, String by, LocalDate on) {
  public Rehearsal {
    contracts = Collections.unmodifiableSet(new TreeSet<>(contracts));
  }
}
