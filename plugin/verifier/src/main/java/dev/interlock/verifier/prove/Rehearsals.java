package dev.interlock.verifier.prove;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.diagram.Budget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The contracts of one task without their surroundings, and with a few helpers, explored: findings
/// of one task look for their stories in the same explorations.
///
/// For one thread.
final class Rehearsals {
  /// Explorations take memory, and those with other helpers are seldom asked for twice.
  private static final int MOST = 3;

  private final ContractSet set;
  private final List<Property> properties;
  private final Budget budget;
  private final Map<List<Contract>, Task> known = new LinkedHashMap<>();

  Rehearsals(ContractSet set, List<Property> properties, Budget budget) {
    this.set = set;
    this.properties = properties;
    this.budget = budget;
  }

  Task of(List<Contract> together) {
    Task task = known.remove(together);
    if (task == null) {
      task = new Task(set, together, properties, false, budget);
    }
    known.put(together, task);
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
    return task;
  }
}
