package dev.interlock.verifier.prove.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.RunKey;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.life.Assumptions;
import dev.interlock.simulation.life.RandomLife;
import dev.interlock.verifier.lot.Ordinary;
import dev.interlock.verifier.lot.RandomSets;
import dev.interlock.verifier.prove.diagram.OutOfBudget;
import dev.interlock.verifier.prove.world.Follower.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The model in which contracts are proved knows whatever the core does.
///
/// Lives by lot are lived on the core, and each moment is looked at with the eyes of studies: some
/// states of the machine look like it. It has to be possible to come from one of the states that
/// looked like the moment before to one of those, by moves of the machine; where that is not
/// possible, the moment has to be among what can come about at all. Everything else is a hole in
/// all proofs.
///
/// What lives avoid, because the model leaves it out on purpose: see [Assumptions]. That an exit is
/// made true in more than one moment, and that others act meanwhile, happens here; the model has it
/// in one.
///
/// Longer: `-Dtruth.sets=200 -Dtruth.lives=20 -Dtruth.acts=150`, and another lot by `-Dtruth.seed`.
final class SameTruthTest {
  private static final int SETS = Integer.getInteger("truth.sets", 10);
  private static final int LIVES = Integer.getInteger("truth.lives", 2);
  private static final int ACTS = Integer.getInteger("truth.acts", 50);
  private static final long SEED = Long.getLong("truth.seed", 1);

  @Test
  void whateverContractsByLotDoOnTheCoreCanComeAboutInTheModel() {
    Tally tally = new Tally();
    for (long seed = SEED; seed < SEED + SETS; seed++) {
      follow("set " + seed, RandomSets.wild(seed), seed, LIVES, tally);
    }
    tally.isTrue();
  }

  @Test
  void whateverOrdinaryContractsDoOnTheCoreCanComeAboutInTheModel() {
    Tally tally = new Tally();
    follow("ordinary", Ordinary.set(), SEED, 3 * LIVES, tally);
    tally.isTrue();
  }

  private static void follow(String name, ContractSet set, long seed, int lives, Tally tally) {
    RandomLife life = RandomLife.of(Repertoire.of(set));
    for (Study study : studies(set)) {
      Trial trial = new Trial(study);
      try {
        for (int i = 0; i < lives; i++) {
          Optional<String> missed = trial.missed(life.live(seed * 1_000 + i, ACTS).script());
          missed.ifPresent(words -> tally.missed.add(name + " " + labels(study) + ": " + words));
        }
      } catch (OutOfBudget grown) {
        tally.undecided++;
      }
      trial.counts().forEach((verdict, count) -> tally.counts.merge(verdict, count, Integer::sum));
    }
  }

  private static List<Study> studies(ContractSet set) {
    List<Contract> all = set.contracts();
    List<Study> studies = new ArrayList<>();
    all.forEach(contract -> studies.add(Study.of(set, List.of(contract))));
    studies.add(Study.of(set, List.of(all.getLast(), all.getFirst())));
    all.stream()
        .filter(contract -> contract.key() != RunKey.CONTACT)
        .findFirst()
        .ifPresent(contract -> studies.add(Study.of(set, List.of(contract, contract))));
    return studies;
  }

  private static List<String> labels(Study study) {
    return study.seats().stream().map(Seat::label).toList();
  }

  private static final class Tally {
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final List<String> missed = new ArrayList<>();
    private int undecided;

    void isTrue() {
      System.out.println("same truth: " + counts + ", undecided " + undecided);
      assertThat(missed).isEmpty();
      int follows = counts.getOrDefault(Verdict.FOLLOWS, 0);
      assertThat(follows)
          .as("nearly every step is a step of the model")
          .isGreaterThan(20 * counts.getOrDefault(Verdict.REACHABLE, 0));
    }
  }
}
