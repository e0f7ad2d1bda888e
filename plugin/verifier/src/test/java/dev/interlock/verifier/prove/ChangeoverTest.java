package dev.interlock.verifier.prove;

import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.shop.Trade.broke;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.named;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.takenOut;
import static dev.interlock.contract.shop.Trade.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Changeover;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.prove.diagram.Budget;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whoever takes entries only until others go live, and those others.
final class ChangeoverTest {
  private static final ContractId FORMER = new ContractId("nurture-1");
  private static final Map<ContractId, ContractId> DRAINING =
      Map.of(FORMER, new ContractId("nurture"));

  private final Prover prover = new Prover(Budget.usual()).keeping(Proofs.inMemory(10_000));

  /// Puts a tag on, and goes by it.
  private static Contract marking() {
    return inside(triggered("nurture-1"))
        .path(
            addTag("waiting").why("The desk looks for it"),
            waitFor("a-day", days(1)).why("They may answer"),
            exit("done"))
        .exits(done().leaves(noTag("waiting")), takenOut("waiting"), broke("waiting"))
        .build();
  }

  /// Takes the tag off a day after it began, and begins only while the other does not run.
  private static ContractSet together() {
    Contract tidying =
        named("tidy")
            .startsWhen(formSubmitted("Call me"), milestone("They want a call"))
            .admits(refuse(inside("nurture"), "they are looked after"))
            .outsideLanes("Only the desk sees it")
            .reentry(afterExit())
            .path(
                waitFor("a-day", days(1)).why("They may call"),
                removeTag("waiting").why("Nobody waits"),
                exit("done"))
            .exits(done())
            .build();
    return set(marking(), tidying);
  }

  @Test
  void whatArrivesBeginsAfterWhatDrains() {
    var arriving = new Changeover(DRAINING, Set.of(new ContractId("tidy")));

    assertThat(prover.proveChangeover(together(), arriving)).isEmpty();
  }

  @Test
  void whatWasThereAlreadyMayHaveBegunBefore() {
    // the first is remembered, and is another question
    prover.proveChangeover(together(), new Changeover(DRAINING, Set.of(new ContractId("tidy"))));

    assertThat(prover.proveChangeover(together(), new Changeover(DRAINING, Set.of())))
        .extracting(Finding::rule)
        .containsOnly("E-WRITE-CONFLICT");
  }
}
