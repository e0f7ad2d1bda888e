package dev.interlock.verifier.scenario;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.diagram.Exploration;
import dev.interlock.verifier.prove.diagram.OutOfBudget;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Study;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which ways of contracts somebody can take at all. Of a way that nobody can take other rules
/// speak; no scenario can walk it.
final class Reachable {
  private final ContractSet set;
  private final Budget budget;
  private final Map<ContractId, Explored> explored = new HashMap<>();

  Reachable(ContractSet set, Budget budget) {
    this.set = set;
    this.budget = budget;
  }

  private record Explored(Machine<Event> machine, Exploration<Event> exploration) {}

  /// Whether anybody can; yes where it is too much to find out.
  boolean has(Passage passage) {
    try {
      Explored study = explored.computeIfAbsent(passage.contract(), this::explored);
      return study.machine().moves().stream()
          .filter(move -> Moves.walk(move.what(), passage))
          .map(Move::guard)
          .anyMatch(study.exploration()::canBe);
    } catch (OutOfBudget grown) {
      return true;
    }
  }

  private Explored explored(ContractId id) {
    Contract contract = set.contract(id).orElseThrow();
    Machine<Event> machine = Study.of(set, List.of(contract)).machine();
    return new Explored(machine, new Exploration<>(machine, budget));
  }
}
