package dev.interlock.verifier.scenario;

import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.shop.Shop.ASKED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.broken;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OutcomeTest {
  private static final Opening ANA = Opening.of("Ana");
  private static final Opening WITHOUT_A_NUMBER =
      new Opening(
          "Ana",
          ANA.start(),
          ANA.zone(),
          Set.of(),
          Map.of(),
          Map.of(),
          ANA.consent(),
          Optional.empty(),
          List.of(),
          List.of(),
          true,
          true);
  private static final Beat CALLS = Beat.now(new Act.CallsAndIsMissed(false));
  private static final ContractSet TALKS = set(talk("Hello."));

  private static Contract talk(String why) {
    return begun("talk")
        .path(
            say("hello").why(why),
            await("answer")
                .when(replied())
                .thenExit("done")
                .silentFor(days(2))
                .thenExit("gone")
                .why("They may want to think"))
        .exits(done(), gone())
        .build();
  }

  /// What comes of a call and three days of silence.
  private static List<String> outcome(Opening opening, ContractSet set) {
    return outcome(opening, set, CALLS, new Beat(Duration.ofDays(3), new Act.Passes()));
  }

  private static List<String> outcome(Opening opening, ContractSet set, Beat... beats) {
    Script script = new Script(opening, List.of(beats));
    return Outcome.of(Simulation.play(Repertoire.of(set), script).chronicle()).lines();
  }

  @Test
  void theOutcomeIsWhatAPersonWouldJudge() {
    assertThat(outcome(ANA, TALKS))
        .containsExactly(
            "2026-03-02T10:00 talk begins",
            "2026-03-02T10:00 talk, *hello*: sends a text message: This is hello.",
            "2026-03-04T10:00 talk, *gone*: adds the tag gone",
            "2026-03-04T10:00 talk, *gone*: sets Ending to Gone",
            "2026-03-04T10:00 talk ends by *gone*; Ending: Gone; tags: gone; no open task");
  }

  @Test
  void howAContractExplainsItselfIsNoOutcome() {
    assertThat(outcome(ANA, set(talk("Hello again.")))).isEqualTo(outcome(ANA, TALKS));
  }

  @Test
  void theOutcomeSaysWhoIsTurnedAwayAndWhy() {
    assertThat(outcome(WITHOUT_A_NUMBER, TALKS))
        .containsExactly("2026-03-02T10:00 talk turns them away: there must be a number");
  }

  @Test
  void theOutcomeSaysWhatIsDoneForTheDeskAndWhatIsOpenThen() {
    Contract asking =
        begun("asking")
            .path(
                task("Ring back", hours(1)).why("They called"),
                note("They called.").why("So that the desk knows"),
                moveTo(ORDERS, ASKED).why("The board shows it"),
                exit("broken"))
            .exits(broken())
            .build();

    assertThat(outcome(ANA, set(asking)))
        .containsExactly(
            "2026-03-02T10:00 asking begins",
            "2026-03-02T10:00 asking, *task-ring-back*: makes the task \"Ring back\" for the owner,"
                + " due in 1 hour",
            "2026-03-02T10:00 asking, *note*: writes the note \"They called.\"",
            "2026-03-02T10:00 asking, *move-to-asked*: makes a deal in Orders at Asked",
            "2026-03-02T10:00 asking, *broken*: sets Ending to Other",
            "2026-03-02T10:00 asking, *broken*: tells the owner how it ended",
            "2026-03-02T10:00 asking ends by *broken*; Orders: Asked, open; Ending: Other; open:"
                + " \"Ring back\"");
  }

  @Test
  void whoIsStillUnderWayStandsAtTheEnd() {
    assertThat(outcome(ANA, TALKS, CALLS))
        .last()
        .isEqualTo("at the end talk is under way, at *answer*");
  }

  @Test
  void changesAreToldLineByLine() {
    Outcome before = new Outcome(List.of("a", "b", "c"));

    assertThat(before.changesTo(new Outcome(List.of("a", "x", "c", "d"))))
        .containsExactly("  a", "- b", "+ x", "  c", "+ d");
    assertThat(before.difference(new Outcome(List.of("a")))).contains("not \"b\", but \"nothing\"");
    assertThat(before.difference(before)).isEmpty();
  }
}
