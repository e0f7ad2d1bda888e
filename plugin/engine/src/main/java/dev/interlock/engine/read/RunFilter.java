package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.program.NodeId;
import java.util.Optional;

/// Which runs are meant; what is left out restricts nothing.
public record RunFilter(
    Optional<ContractId> contract,
    Optional<ContactId> contact,
    Optional<ExitName> exit,
    Optional<RunState> state,
    Optional<Boolean> isOver,
    Optional<NodeId> place,
    Optional<String> hash,
    Optional<ProofState> proof) {
  private static final RunFilter ALL =
      new RunFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// All runs.
  public static RunFilter all() {
    return ALL;
  }

  /// Those of a contract.
  public RunFilter of(ContractId wanted) {
    return new RunFilter(Optional.of(wanted), contact, exit, state, isOver, place, hash, proof);
  }

  /// Those of a contact.
  public RunFilter of(ContactId wanted) {
    return new RunFilter(contract, Optional.of(wanted), exit, state, isOver, place, hash, proof);
  }

  /// Those that ended by an exit of this name.
  public RunFilter endedBy(ExitName wanted) {
    return new RunFilter(contract, contact, Optional.of(wanted), state, isOver, place, hash, proof);
  }

  /// Those that stand so.
  public RunFilter in(RunState wanted) {
    return new RunFilter(contract, contact, exit, Optional.of(wanted), isOver, place, hash, proof);
  }

  /// Those under way.
  public RunFilter underWay() {
    return new RunFilter(contract, contact, exit, state, Optional.of(false), place, hash, proof);
  }

  /// Those that are over.
  public RunFilter over() {
    return new RunFilter(contract, contact, exit, state, Optional.of(true), place, hash, proof);
  }

  /// Those that stand at this place.
  public RunFilter at(NodeId wanted) {
    return new RunFilter(contract, contact, exit, state, isOver, Optional.of(wanted), hash, proof);
  }

  /// Those on the version of their contract that has this hash.
  public RunFilter onVersion(String wanted) {
    return new RunFilter(contract, contact, exit, state, isOver, place, Optional.of(wanted), proof);
  }

  /// Those that ended so.
  public RunFilter proved(ProofState wanted) {
    return new RunFilter(contract, contact, exit, state, isOver, place, hash, Optional.of(wanted));
  }
}
