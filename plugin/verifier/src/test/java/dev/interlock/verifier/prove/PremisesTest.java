package dev.interlock.verifier.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.verifier.lot.Draft;
import dev.interlock.verifier.lot.Market;
import dev.interlock.verifier.lot.RandomSets;
import dev.interlock.verifier.prove.claim.Properties;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.diagram.Allowance;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.world.Premises;
import dev.interlock.verifier.prove.world.Survey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A proof is kept under the hash of its premises. Were two different questions to have one hash,
/// the answer of one would be given to the other: so the machines behind equal hashes are compared,
/// in sets that differ by one contract.
final class PremisesTest {
  private static final long SEEDS = 2;
  private static final long ANOTHER = 500;
  private static final int ENOUGH = 50;

  private final Map<String, String> machines = new HashMap<>();
  private int again;

  @Test
  void oneHashIsOneMachineWhateverChangesAroundIt() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      machines.clear();
      lookAt(RandomSets.crowd(seed));
      neighbours(RandomSets.crowd(seed), RandomSets.crowd(seed + ANOTHER)).forEach(this::lookAt);
    }
    assertThat(again).as("questions that came again in another set").isGreaterThan(ENOUGH);
  }

  /// Sets in which one contract has changed, from what nobody else notices to everything.
  private static Stream<ContractSet> neighbours(ContractSet set, ContractSet other) {
    Contract one = set.contracts().getLast();
    String first = set.contracts().getFirst().id().text();
    Draft draft = new Draft(one);
    return Stream.of(
            draft.admits(List.of()),
            draft.handlers(List.of()),
            draft.reentry(new Reentry.AfterExit()),
            draft.lane(new LaneClaim.NoLane("It is short")),
            draft.lane(
                new LaneClaim.InLane(
                    Market.CARE, new LaneClaim.WhenOccupied.Displace(), 9, Optional.of("Desk"))),
            draft.exits(exit -> exit.next("Desk phones")),
            draft.exits(exit -> exit.routesTo(first)),
            draft.exits(exit ->
                new Exit(
                    exit.name(),
                    exit.kind(),
                    exit.meaning(),
                    List.of(),
                    exit.tasks(),
                    exit.notifies(),
                    exit.continuation(),
                    exit.position())),
            draft.ownWrites(
                one.trigger().ownWrites() == OwnWrites.HEARD ? OwnWrites.IGNORED : OwnWrites.HEARD),
            other.contract(one.id()).orElseThrow())
        .map(changed ->
            new ContractSet(
                set.operation(),
                set.contracts().stream()
                    .map(each -> each.id().equals(one.id()) ? changed : each)
                    .toList()));
  }

  private void lookAt(ContractSet set) {
    Survey survey = Survey.of(set);
    Premises premises = Premises.of(survey);
    List<Contract> all = set.contracts();
    List<List<Contract>> studies = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Contract one = all.get(i);
      lookAt(survey, premises, List.of(one), Properties.single());
      if (one.key() != RunKey.CONTACT) {
        studies.add(List.of(one, one));
      }
      all.subList(i + 1, all.size()).forEach(other -> studies.add(List.of(one, other)));
    }
    studies.forEach(study -> lookAt(survey, premises, study, Properties.joint()));
  }

  private void lookAt(
      Survey survey, Premises premises, List<Contract> studied, List<Property> properties) {
    List<Property> looking =
        properties.stream().filter(one -> one.looksAt(survey.set(), studied)).toList();
    String hash = premises.hashOf(studied, looking.stream().map(Property::rule).toList());
    try (Task task = new Task(survey, studied, looking, true, new Allowance(Budget.usual()))) {
      String machine =
          Fingerprint.of(task.machine(), task.claims())
              + Tally.of(task.claims().stream().map(claim -> claim.subject().rule()).toList());
      String before = machines.putIfAbsent(hash, machine);
      if (before != null) {
        again++;
        assertThat(machine)
            .as(() -> studied.stream().map(Contract::id).toList() + " in " + survey.set())
            .isEqualTo(before);
      }
    }
  }
}
