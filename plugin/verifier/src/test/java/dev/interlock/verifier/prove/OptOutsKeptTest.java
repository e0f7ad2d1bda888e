package dev.interlock.verifier.prove;

import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.claim.OptOutsKept;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.diagram.Exploration;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// No contract can make the engine write to somebody who opted out, so that no flaw can be planted
/// in one. That the rule is not empty is shown by a world in which the engine does not ask.
final class OptOutsKeptTest {
  private static final ContractSet SET =
      set(
          begun("a")
              .path(
                  say("hello"),
                  waitFor("a-day", days(1)).why("They may answer"),
                  say("again"),
                  exit("done"))
              .exits(done())
              .build());

  @Test
  void nobodyIsWrittenToAfterAnOptOut() {
    assertThat(broken(machine -> machine)).isEmpty();
  }

  @Test
  void itWouldBeFoundIfTheEngineDidNotAsk() {
    assertThat(broken(OptOutsKeptTest::withoutAsking)).containsExactly("again", "hello");
  }

  private static List<String> broken(UnaryOperator<Machine<Event>> world) {
    OptOutsKept rule = new OptOutsKept();
    Study study = Study.of(SET, SET.contracts());
    Machine<Event> machine = world.apply(study.machine());
    Exploration<Event> exploration = new Exploration<>(machine, Budget.usual());
    return rule.claims(study, machine).stream()
        .filter(claim -> claim instanceof Claim.Never never && exploration.canBe(never.broken()))
        .map(claim -> claim.subject().at())
        .distinct()
        .sorted()
        .toList();
  }

  private static Machine<Event> withoutAsking(Machine<Event> machine) {
    return new Machine<>(
        machine.variables(),
        machine.initial(),
        machine.moves().stream()
            .map(move ->
                move.what() instanceof Event.Does does && does.marks().sent().isPresent()
                    ? new Move<>(move.what(), does.seat().standsAt(does.place()), move.updates())
                    : move)
            .toList());
  }
}
