package dev.interlock.engine.desk;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.core.program.Program;
import dev.interlock.crm.Crm.Detail;
import java.util.Optional;
import java.util.Set;

/// A contract version, laid out.
///
/// @param details what a reading of the contact has to take in for its decisions
public record Edition(String hash, Program program, Set<Detail> details) {
  public Edition {
    details = Set.copyOf(details);
  }

  static Edition of(String hash, Contract contract) {
    Program program = Program.of(contract);
    return new Edition(hash, program, NeededDetails.of(program));
  }

  public ContractId id() {
    return contract().id();
  }

  public Contract contract() {
    return program.contract();
  }

  /// The lane that a run of it needs to itself.
  public Optional<LaneClaim.InLane> lane() {
    return contract().lane() instanceof LaneClaim.InLane claim
        ? Optional.of(claim)
        : Optional.empty();
  }
}
