package dev.interlock.verifier.prove.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.lot.RandomSets;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.State;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Ways through what an exploration left behind, where no shortest way is looked for.
final class DescentTest {
  private static final int MACHINES = 300;
  private static final int SETS = 4;
  private static final int QUESTIONS = 12;

  private int moves;
  private int fewest;

  @Test
  void waysLeadWhereTheyShouldAndAreHardlyLongerThanTheShortest() {
    for (long seed = 1; seed <= MACHINES; seed++) {
      Machine<Integer> machine = new RandomMachines(seed).machine();
      RandomMachines questions = new RandomMachines(-seed);
      compare(
          machine,
          Stream.generate(() -> questions.question(machine.variables(), 3))
              .limit(QUESTIONS)
              .toList(),
          seed);
    }
    assertThat(moves).isGreaterThanOrEqualTo(fewest).isLessThan(fewest * 11 / 10);
  }

  @Test
  void waysThroughContractsToo() {
    for (long seed = 1; seed <= SETS; seed++) {
      ContractSet set = RandomSets.tame(seed);
      List<Contract> two = set.contracts().subList(0, 2);
      var machine = Study.of(set, two).machine();
      List<Predicate> guards =
          machine.moves().stream().map(Move::guard).skip(seed).limit(QUESTIONS).toList();
      compare(machine, guards, seed);
    }
    assertThat(moves).isGreaterThanOrEqualTo(fewest).isLessThan(fewest * 11 / 10);
  }

  private <L> void compare(Machine<L> machine, List<Predicate> goals, long seed) {
    var rings = new Exploration<>(machine, new Allowance(Budget.usual()), Long.MAX_VALUE);
    var levels = new Exploration<>(machine, new Allowance(Budget.usual()), 0);
    goals.forEach(goal ->
        compare(
            machine,
            goal,
            rings.way(goal, new Lot((int) (seed % 5 + 1))),
            levels.way(goal, new Lot((int) (seed % 5 + 1)))));
  }

  private <L> void compare(
      Machine<L> machine, Predicate goal, Optional<Course<L>> shortest, Optional<Course<L>> found) {
    assertThat(found.isPresent()).isEqualTo(shortest.isPresent());
    fewest += shortest.map(way -> way.moves().size()).orElse(0);
    found.ifPresent(way -> {
      moves += way.moves().size();
      assertThat(way.first().satisfies(machine.initial())).isTrue();
      assertThat(way.last().satisfies(goal)).as("%s", goal).isTrue();
      State state = way.first();
      for (Course.Stage<L> stage : way.moves()) {
        assertThat(state.satisfies(stage.move().guard())).isTrue();
        state = state.after(stage.move());
        assertThat(state).isEqualTo(stage.after());
      }
    });
  }
}
