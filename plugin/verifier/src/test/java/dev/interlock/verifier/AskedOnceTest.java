package dev.interlock.verifier;

import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AskedOnceTest {
  /// Counts how often it is asked, as one of the rules that bar exploring.
  private record Counting(AtomicInteger times) implements Rule {
    @Override
    public String id() {
      return "E-ARM-GAP";
    }

    @Override
    public String reason() {
      return "Somebody counts.";
    }

    @Override
    public Checked check(ContractSet set) {
      times.incrementAndGet();
      return new Checked(1, List.of());
    }
  }

  @Test
  void aRuleThatMayBarExploringIsAskedOnce() {
    var times = new AtomicInteger();
    ContractSet set =
        set(
            begun("a")
                .path(note("They called").named("jot").why("The desk reads it"), exit("done"))
                .exits(done())
                .build());

    Verifier.on(LocalDate.of(2026, 11, 23))
        .and(new Counting(times))
        .proving(Budget.usual())
        .verify(set);

    assertThat(times).hasValue(1);
  }
}
