package dev.interlock.verifier;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What runs already where a set is to go live.
///
/// @param live what takes new entries; empty when nothing does, or nobody knows
/// @param inUse versions that runs are under way on, whether they take new entries or not
/// @param known content hashes, as [ContentHash#hex()], of all versions that ever took entries
public record Beside(Optional<ContractSet> live, List<Version> inUse, Set<String> known) {
  private static final Beside NOTHING = new Beside(Optional.empty(), List.of(), Set.of());

  public Beside {
    inUse = List.copyOf(inUse);
    known = Set.copyOf(known);
  }

  /// A version that runs are under way on.
  ///
  /// @param runs how many
  public record Version(Contract contract, long runs) {}

  /// Nothing runs.
  public static Beside nothing() {
    return NOTHING;
  }

  /// The versions with runs under way that take no entries once the set is live.
  List<Version> drainingBeside(ContractSet next) {
    return inUse.stream().filter(version -> !isIn(next, version.contract())).toList();
  }

  boolean wasLive(Contract contract) {
    return known.contains(ContentHash.of(contract).hex());
  }

  static boolean isIn(ContractSet set, Contract contract) {
    return set.contract(contract.id()).filter(contract::equals).isPresent();
  }
}
