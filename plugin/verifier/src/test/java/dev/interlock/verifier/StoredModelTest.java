package dev.interlock.verifier;

import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.StepName;
import dev.interlock.verifier.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Models also come from stored text and from tests, where `javac` did not see to the grammar.
final class StoredModelTest {
  private static final Position NOWHERE = Position.unknown();

  private static List<String> rules(Contract contract) {
    return Verifier.on(LocalDate.EPOCH).verify(set(contract)).findings().stream()
        .map(Finding::rule)
        .toList();
  }

  private static Contract with(Path path) {
    return with(path, whenever(replied()).thenExit("done"));
  }

  private static Contract with(Path path, Handler handler) {
    Contract whole = begun("a").path(exit("done")).exits(done()).build();
    return new Contract(
        whole.id(),
        whole.title(),
        whole.owner(),
        whole.purpose(),
        whole.trigger(),
        whole.admits(),
        whole.lane(),
        whole.reentry(),
        whole.key(),
        List.of(handler),
        List.of(),
        path,
        whole.exits(),
        whole.position());
  }

  @Test
  void aPathWithoutStepsIsFound() {
    assertThat(rules(with(Path.nothing()))).containsExactly("E-NO-EXIT");
  }

  @Test
  void aHandlerWithoutStepsIsFound() {
    var nothing = new Handler(replied(), new Condition.Always(), Path.nothing(), "So", NOWHERE);
    assertThat(rules(with(Path.of(exit("done")), nothing))).containsExactly("E-NO-EXIT");
  }

  @Test
  void anAwaitOfNothingIsFound() {
    Step await =
        new Step.Await(
            new StepName("nothing"),
            List.of(),
            new Step.Silence(new Deadline.After(days(1)), Path.of(exit("done")), "So", NOWHERE),
            "So",
            NOWHERE);
    assertThat(rules(with(Path.of(await)))).containsExactly("E-ARM-GAP");
  }

  @Test
  void aBranchOnNothingIsFound() {
    Step branch =
        new Step.Branch(
            new StepName("nothing"),
            List.of(),
            Path.of(exit("done")),
            Optional.empty(),
            "So",
            NOWHERE);
    assertThat(rules(with(Path.of(branch)))).containsExactly("E-ARM-GAP");
  }

  @Test
  void onePositionForEverythingHidesNothing() {
    Contract twoQuestions =
        begun("a")
            .path(
                sms("one", "Are you there?").why("So"),
                sms("two", "Still there?").why("So").evenInQuietHours("They wait"),
                exit("gone"))
            .exits(gone())
            .build();
    assertThat(rules(twoQuestions)).containsExactly("E-ASK-UNHEARD", "E-ASK-UNHEARD");
  }
}
