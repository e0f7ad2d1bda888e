package dev.interlock.verifier.prove;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.RunKey;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.prove.claim.Properties;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.diagram.Allowance;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.world.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which rules are broken somewhere in a set, without looking for stories that show it.
final class BrokenClaims {
  private final ContractSet set;
  private final Budget budget;
  private final Predicate<String> meant;

  BrokenClaims(ContractSet set, Budget budget, Predicate<String> meant) {
    this.set = set;
    this.budget = budget;
    this.meant = meant;
  }

  /// Whether one of the meant rules is broken.
  boolean areThere() {
    List<Contract> contracts = set.contracts();
    for (int i = 0; i < contracts.size(); i++) {
      Contract one = contracts.get(i);
      if (isBroken(List.of(one), Properties.single())
          || (one.key() != RunKey.CONTACT && isBroken(List.of(one, one), Properties.joint()))) {
        return true;
      }
      for (Contract other : contracts.subList(i + 1, contracts.size())) {
        if (isBroken(List.of(one, other), Properties.joint())) {
          return true;
        }
      }
    }
    return meant.test(Loops.RULE)
        && !new Loops(Survey.of(set), budget).prove().findings().isEmpty();
  }

  private boolean isBroken(List<Contract> studied, List<Property> properties) {
    List<Property> looking =
        properties.stream()
            .filter(one -> meant.test(one.rule()) && one.looksAt(set, studied))
            .toList();
    if (looking.isEmpty()) {
      return false;
    }
    Task task = new Task(Survey.of(set), studied, looking, true, new Allowance(budget));
    return task.claims().stream().anyMatch(task::isBroken);
  }
}
