package dev.interlock.library.mutants;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Leaves;
import java.util.List;

/// Contracts of which one part is another.
final class Contracts {
  private Contracts() {}

  static Contract admits(Contract contract, List<EntryClause> clauses) {
    return made(contract, contract.purpose(), clauses, contract.lane(), contract.handlers());
  }

  static Contract lane(Contract contract, LaneClaim lane) {
    return made(contract, contract.purpose(), contract.admits(), lane, contract.handlers());
  }

  static Contract handlers(Contract contract, List<Handler> handlers) {
    return made(contract, contract.purpose(), contract.admits(), contract.lane(), handlers);
  }

  static Contract purpose(Contract contract, String purpose) {
    return made(contract, purpose, contract.admits(), contract.lane(), contract.handlers());
  }

  static Exit leaves(Exit exit, List<Leaves> leaves) {
    return new Exit(
        exit.name(),
        exit.kind(),
        exit.meaning(),
        leaves,
        exit.tasks(),
        exit.notifies(),
        exit.continuation(),
        exit.position());
  }

  private static Contract made(
      Contract contract,
      String purpose,
      List<EntryClause> clauses,
      LaneClaim lane,
      List<Handler> handlers) {
    return new Contract(
        contract.id(),
        contract.title(),
        contract.owner(),
        purpose,
        contract.trigger(),
        clauses,
        lane,
        contract.reentry(),
        contract.key(),
        handlers,
        contract.declarations(),
        contract.path(),
        contract.exits(),
        contract.position());
  }
}
