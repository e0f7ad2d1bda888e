package dev.interlock.verifier;

import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.prove.Proofs;
import dev.interlock.verifier.prove.diagram.Allowance;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A rule that breaks off ends the whole at once.
@Timeout(60)
final class RuleFailedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static Contract contract(String id) {
    return begun(id)
        .path(note("A call").why("The desk reads it"), exit("done"))
        .exits(done())
        .build();
  }

  /// A rule that breaks off once this has happened.
  private record Breaking(CountDownLatch after) implements Rule {
    @Override
    public String id() {
      return "E-BREAKS";
    }

    @Override
    public String reason() {
      return "It never answers.";
    }

    @Override
    public Checked check(ContractSet set) {
      try {
        after.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("nothing where something was");
    }
  }

  /// Proofs that are asked for, and never found: whoever asks waits until nobody wants to know any
  /// more.
  private record Endless(CountDownLatch asked) implements Proofs {
    @Override
    public Optional<String> find(String premises) {
      asked.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException stopped) {
        throw new CancellationException("nobody wants to know");
      }
      return Optional.empty();
    }

    @Override
    public void keep(String premises, String proved) {}
  }

  @Test
  void namesTheRuleAndWaitsForNoProof() {
    CountDownLatch proving = new CountDownLatch(1);
    Verifier verifier =
        Verifier.on(TODAY).proving(Budget.usual(), new Endless(proving)).and(new Breaking(proving));

    assertThatThrownBy(() -> verifier.verify(set(contract("a"), contract("b"))))
        .isInstanceOfSatisfying(
            RuleFailedException.class,
            broken -> assertThat(broken.rule()).isEqualTo("the rule E-BREAKS"))
        .hasMessageStartingWith(
            "the rule E-BREAKS broke off (java.lang.IllegalStateException: nothing where something"
                + " was), so nobody can say");
  }

  @Test
  void aProofThatBreaksOffStopsTheOthers() {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch waiting = new CountDownLatch(1);
    Proofs oneBreaks =
        new Proofs() {
          @Override
          public Optional<String> find(String premises) {
            if (asked.getAndIncrement() > 0 || Runtime.getRuntime().availableProcessors() == 1) {
              throw new IllegalStateException("the disk is gone");
            }
            return new Endless(waiting).find(premises);
          }

          @Override
          public void keep(String premises, String proved) {}
        };

    assertThatThrownBy(() ->
            Verifier.on(TODAY)
                .proving(Budget.usual(), oneBreaks)
                .verify(set(contract("a"), contract("b"))))
        .isInstanceOf(RuleFailedException.class)
        .hasMessageStartingWith("the prover broke off (");
  }

  @Test
  void whatIsExploredStopsWhenItsThreadIsInterrupted() {
    Allowance allowance = new Allowance(Budget.usual());
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(allowance::checkTime).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
