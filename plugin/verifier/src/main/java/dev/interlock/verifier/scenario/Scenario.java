package dev.interlock.verifier.scenario;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.simulation.script.Script;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A story about one contact, what comes of it, and who said that this is right.
///
/// @param name what it is called in findings, as its file
/// @param outcome what came of it when it was written
/// @param acceptance empty while nobody has accepted the outcome
public record Scenario(
    String name, Script script, Outcome outcome, Optional<Acceptance> acceptance) {

  /// Somebody answers for an outcome, for these versions of the contracts.
  ///
  /// @param hashes the content hashes of the contracts that let the contact in or turned them away
  ///   in the story, in hexadecimal
  public record Acceptance(String by, LocalDate on, Map<ContractId, String> hashes) {
    public Acceptance {
      if (by.isBlank()) {
        throw new IllegalArgumentException("somebody has to answer for a scenario; say who");
      }
      hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
    }
  }

  /// Whether the outcome was accepted for the contracts as they are in the set.
  public boolean isAcceptedFor(ContractSet set) {
    return acceptance.isPresent() && outdatedIn(set).isEmpty();
  }

  /// The first contract of which the set has another version than the outcome was accepted for, or
  /// none.
  Optional<ContractId> outdatedIn(ContractSet set) {
    return acceptance.flatMap(accepted ->
        accepted.hashes().entrySet().stream()
            .filter(entry -> !isCurrent(set, entry.getKey(), entry.getValue()))
            .map(Map.Entry::getKey)
            .findFirst());
  }

  private static boolean isCurrent(ContractSet set, ContractId contract, String hash) {
    return set.contract(contract)
        .filter(current -> ContentHash.of(current).hex().equals(hash))
        .isPresent();
  }

  /// The same scenario with another outcome, which nobody has accepted yet.
  public Scenario with(Outcome other) {
    return new Scenario(name, script, other, Optional.empty());
  }

  /// The same scenario, accepted.
  public Scenario accepted(Acceptance other) {
    return new Scenario(name, script, outcome, Optional.of(other));
  }
}
