package dev.interlock.verifier.prove.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.lot.Ordinary;
import dev.interlock.verifier.lot.RandomSets;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Study;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The diagrams say what looking at each state says, and what another package of diagrams says.
///
/// Longer: `-Dengines.machines=20000 -Dengines.sets=100`, and another lot by `-Dengines.seed`.
final class TwoEnginesTest {
  private static final int MACHINES = Integer.getInteger("engines.machines", 500);
  private static final int SETS = Integer.getInteger("engines.sets", 6);
  private static final long SEED = Long.getLong("engines.seed", 1);
  private static final int QUESTIONS = 12;
  private static final BigInteger FEW = BigInteger.valueOf(3_000);

  @Test
  void diagramsCountAndAnswerLikeLookingAtEachState() {
    for (long seed = SEED; seed < SEED + MACHINES; seed++) {
      Machine<Integer> machine = new RandomMachines(seed).machine();
      Exploration<Integer> diagrams = new Exploration<>(machine, Budget.usual());
      Enumeration<Integer> plain = new Enumeration<>(machine);
      assertThat(diagrams.size()).as("states, %d", seed).isEqualTo(plain.size());
      RandomMachines questions = new RandomMachines(-seed);
      for (int i = 0; i < QUESTIONS; i++) {
        Predicate question = questions.question(machine.variables(), 3);
        assertThat(diagrams.canBe(question))
            .as("%s, %d", question, seed)
            .isEqualTo(plain.canBe(question));
        isShortest(diagrams.way(question, new Lot((int) (seed % 5 + 1))), plain, question, seed);
      }
    }
  }

  private static void isShortest(
      Optional<Course<Integer>> way, Enumeration<Integer> plain, Predicate goal, long seed) {
    var distance = plain.distance(goal);
    assertThat(way.isPresent()).as("%s, %d", goal, seed).isEqualTo(distance.isPresent());
    way.ifPresent(course -> {
      assertThat(course.moves()).as("%s, %d", goal, seed).hasSize(distance.getAsInt());
      assertThat(course.last().satisfies(goal)).isTrue();
      var state = course.first();
      for (var stage : course.moves()) {
        assertThat(state.satisfies(stage.move().guard())).isTrue();
        state = state.after(stage.move());
        assertThat(state).isEqualTo(stage.after());
      }
    });
  }

  @Test
  void diagramsKnowLikeLookingAtEachStateWhatCanGoOnForEver() {
    int endless = 0;
    for (long seed = SEED; seed < SEED + MACHINES; seed++) {
      Machine<Integer> machine = new RandomMachines(seed).machine();
      boolean plain =
          new Enumeration<>(machine).canGoOnForEver(move -> move % 4 != 3, move -> move % 3 == 0);
      boolean diagrams =
          new Exploration<>(machine, Budget.usual())
              .canGoOnForEver(move -> move % 4 != 3, move -> move % 3 == 0);
      assertThat(diagrams).as("%d", seed).isEqualTo(plain);
      endless += plain ? 1 : 0;
    }
    assertThat(endless).as("both answers come up").isBetween(MACHINES / 20, MACHINES * 19 / 20);
  }

  @Test
  void anotherPackageOfDiagramsSaysTheSameOfMachinesByLot() {
    for (long seed = SEED; seed < SEED + MACHINES; seed++) {
      isSame(new RandomMachines(seed).machine(), seed);
    }
  }

  @Test
  void anotherPackageOfDiagramsSaysTheSameOfContracts() {
    for (Contract contract : Ordinary.set().contracts()) {
      isSame(Study.alone(Ordinary.set(), List.of(contract)).machine(), 0);
    }
    for (long seed = SEED; seed < SEED + SETS; seed++) {
      ContractSet set = RandomSets.tame(seed);
      isSame(Study.of(set, List.of(set.contracts().getFirst())).machine(), seed);
    }
  }

  @Test
  void diagramsCountTheStatesOfSmallContractsLikeLookingAtEach() {
    int counted = 0;
    for (long seed = SEED; seed < SEED + 10L * SETS; seed++) {
      ContractSet set = RandomSets.tame(seed);
      Machine<Event> machine = Study.alone(set, List.of(set.contracts().getFirst())).machine();
      BigInteger size = new Exploration<>(machine, Budget.usual()).size();
      boolean beginsInFew =
          machine.variables().stream().mapToDouble(one -> Math.log(one.size())).sum()
              < Math.log(2_000_000);
      if (beginsInFew && size.compareTo(FEW) < 0) {
        assertThat(size).as("%d", seed).isEqualTo(new Enumeration<>(machine).size());
        counted++;
      }
    }
    assertThat(counted).as("sets that are small enough").isPositive();
  }

  private static <L> void isSame(Machine<L> machine, long seed) {
    Exploration<L> diagrams = new Exploration<>(machine, Budget.usual());
    JddEngine<L> other = new JddEngine<>(machine);
    double size = diagrams.size().doubleValue();
    assertThat(other.size()).as("states, %d", seed).isCloseTo(size, within(size * 1e-9));
    RandomMachines questions = new RandomMachines(-seed);
    for (int i = 0; i < QUESTIONS; i++) {
      Predicate question = questions.question(machine.variables(), 3);
      assertThat(diagrams.canBe(question)).as("%s", question).isEqualTo(other.canBe(question));
    }
  }
}
