package dev.interlock.simulation;

import dev.interlock.contract.model.ContractId;
import java.util.Map;
import java.util.Set;

/// That in the course of a story other versions of contracts go live: who takes entries before, and
/// who does from then on.
///
/// A version that takes no entries any more is played under a name of its own, and counts as the
/// contract whose version it is wherever the core asks for a name: of two versions of one contract
/// the one does not begin for whom the other runs.
///
/// @param former versions that take entries only before, and the contract that each is a version of
/// @param arriving contracts that take entries only from then on
public record Changeover(Map<ContractId, ContractId> former, Set<ContractId> arriving) {
  /// Nothing goes live: everybody takes entries all along.
  public static final Changeover NONE = new Changeover(Map.of(), Set.of());

  public Changeover {
    former = Map.copyOf(former);
    arriving = Set.copyOf(arriving);
  }

  /// Whether anything goes live.
  public boolean isPlanned() {
    return !former.isEmpty();
  }

  /// The contract that this one is a version of; itself where it is none of another's.
  public ContractId contractOf(ContractId id) {
    return former.getOrDefault(id, id);
  }

  /// Whether these two are one contract, or versions of one.
  public boolean isOne(ContractId one, ContractId other) {
    return contractOf(one).equals(contractOf(other));
  }

  /// Whether it makes a difference to the contract's door.
  public boolean concerns(ContractId id) {
    return former.containsKey(id) || arriving.contains(id);
  }

  /// Whether the contract takes entries.
  ///
  /// @param over whether the new versions are live
  public boolean takesEntries(ContractId id, boolean over) {
    return over ? !former.containsKey(id) : !arriving.contains(id);
  }
}
