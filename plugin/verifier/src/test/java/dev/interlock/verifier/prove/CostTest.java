package dev.interlock.verifier.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.lot.Ordinary;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.claim.Properties;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.diagram.Allowance;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.world.Survey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What proving costs, counted in answers about diagrams, which are as many on every machine.
///
/// Whoever makes it cheaper writes down the new figure; whoever makes it twice as costly hears of
/// it.
final class CostTest {
  private static final long RECORDED = 4_140_000;

  @Test
  void ordinaryContractsCostLessThanTwiceWhatTheyDid() {
    ContractSet set = Ordinary.set();
    List<Contract> all = set.contracts();
    long cost = 0;
    for (int i = 0; i < all.size(); i++) {
      cost += cost(set, List.of(all.get(i)), Properties.single());
      for (int j = i + 1; j < all.size(); j++) {
        cost += cost(set, List.of(all.get(i), all.get(j)), Properties.joint());
      }
    }
    assertThat(cost).isBetween(RECORDED / 2, RECORDED * 2);
  }

  private static long cost(ContractSet set, List<Contract> studied, List<Property> properties) {
    List<Property> looking =
        properties.stream().filter(property -> property.looksAt(set, studied)).toList();
    if (looking.isEmpty()) {
      return 0;
    }
    Allowance allowance = new Allowance(Budget.usual());
    try (Task task = new Task(Survey.of(set), studied, looking, true, allowance)) {
      List<Claim> broken = task.claims().stream().filter(task::isBroken).toList();
      var told = new Resolver(Survey.of(set), looking, studied, allowance).evidence(task, broken);
      assertThat(new ArrayList<>(told.values()))
          .noneMatch(evidence -> evidence instanceof Evidence.Shape);
      return allowance.answers();
    }
  }
}
