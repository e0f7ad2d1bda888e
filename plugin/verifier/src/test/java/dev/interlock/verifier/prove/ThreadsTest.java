package dev.interlock.verifier.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.verifier.corpus.Example;
import dev.interlock.verifier.proof.ProofCorpus;
import dev.interlock.verifier.prove.diagram.Budget;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThreadsTest {
  private static final int EXAMPLES = 12;
  private static final int MANY = 4;

  /// Those with the most contracts have the most pairs that could come in another order.
  @Test
  void anyNumberOfThreadsComesToTheSame() {
    List<Example> examples =
        ProofCorpus.examples()
            .sorted(
                Comparator.comparingInt((Example one) -> one.set().contracts().size()).reversed())
            .limit(EXAMPLES)
            .toList();

    assertThat(examples)
        .allSatisfy(example -> {
          Verdict alone = new Prover(Budget.usual(), 1).prove(example.set());
          Verdict together = new Prover(Budget.usual(), MANY).prove(example.set());
          assertThat(together).isEqualTo(alone);
          assertThat(together).hasToString(alone.toString());
        });
  }
}
