package dev.interlock.verifier.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.corpus.Example;
import dev.interlock.verifier.lot.Ordinary;
import dev.interlock.verifier.lot.RandomSets;
import dev.interlock.verifier.proof.ProofCorpus;
import dev.interlock.verifier.prove.diagram.Budget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProofsTest {
  private static final long SEEDS = 1;
  private static final int FEW = 4;
  private static final int MANY = 100_000;

  /// Proofs that count what they were told.
  private static final class Counted implements Proofs {
    private final Proofs kept = Proofs.inMemory(MANY);
    private final AtomicInteger told = new AtomicInteger();

    @Override
    public Optional<String> find(String premises) {
      return kept.find(premises);
    }

    @Override
    public void keep(String premises, String proved) {
      kept.keep(premises, proved);
      told.incrementAndGet();
    }
  }

  private static List<ContractSet> sets() {
    return Stream.concat(
            Stream.of(Ordinary.set()), LongStream.rangeClosed(1, SEEDS).mapToObj(RandomSets::tame))
        .toList();
  }

  @Test
  void whatWasProvedIsNotProvedAgainAndComesToTheSameWordByWord() {
    int proved = 0;
    for (ContractSet set : sets()) {
      Verdict plain = new Prover(Budget.usual()).prove(set);
      Counted proofs = new Counted();
      Prover keeping = new Prover(Budget.usual()).keeping(proofs);
      assertThat(keeping.prove(set)).isEqualTo(plain).hasToString(plain.toString());
      int first = proofs.told.get();
      assertThat(keeping.prove(set)).isEqualTo(plain).hasToString(plain.toString());
      assertThat(proofs.told).hasValue(first);
      proved += first;
    }
    assertThat(proved).isPositive();
  }

  @Test
  void proofsOfOtherSetsHideNoFault() {
    Prover keeping = new Prover(Budget.usual()).keeping(Proofs.inMemory(MANY));
    List<ContractSet> all = ProofCorpus.examples().map(Example::set).toList();
    assertThat(IntStream.range(0, all.size()).filter(i -> i % FEW == 0).mapToObj(all::get))
        .allSatisfy(set ->
            assertThat(keeping.prove(set))
                .hasToString(new Prover(Budget.usual()).prove(set).toString()));
  }

  @Test
  void aSetWithOneContractMoreIsProvedOnlyWhereThatMakesADifference() {
    for (ContractSet set : sets()) {
      ContractSet fewer =
          new ContractSet(set.operation(), set.contracts().subList(0, set.contracts().size() - 1));
      Prover keeping = new Prover(Budget.usual()).keeping(Proofs.inMemory(MANY));
      keeping.prove(fewer);
      assertThat(keeping.prove(set)).hasToString(new Prover(Budget.usual()).prove(set).toString());
    }
  }

  @Test
  void whatABudgetCutShortIsNotKept() {
    Counted proofs = new Counted();
    Budget small = new Budget(10, Duration.ofSeconds(1));
    new Prover(small).keeping(proofs).prove(RandomSets.tame(1));
    assertThat(proofs.told).hasValue(0);
  }

  @Test
  void whatIsKeptLongestMakesRoom() {
    Proofs proofs = Proofs.inMemory(2);
    List.of("a", "b", "c").forEach(one -> proofs.keep(one, "E-NO-EXIT=1"));
    assertThat(List.of("a", "b", "c"))
        .filteredOn(one -> proofs.find(one).isPresent())
        .containsExactly("b", "c");
  }

  @Test
  void whatIsNoProofIsProvedAgain() {
    for (String words :
        List.of(
            "E-NO-EXIT",
            "=3",
            "E-NO-EXIT=4294967295",
            "E-NO-EXIT=-1",
            "E-OTHER=1",
            "E-NO-EXIT=1 E-NO-EXIT=1")) {
      Proofs garbled =
          new Proofs() {
            @Override
            public Optional<String> find(String premises) {
              return Optional.of(words);
            }

            @Override
            public void keep(String premises, String proved) {}
          };
      ContractSet set = Ordinary.set();
      assertThat(new Prover(Budget.usual()).keeping(garbled).prove(set))
          .isEqualTo(new Prover(Budget.usual()).prove(set));
    }
  }
}
