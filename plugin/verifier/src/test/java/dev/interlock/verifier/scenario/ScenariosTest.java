package dev.interlock.verifier.scenario;

import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Script;
import dev.interlock.simulation.script.ScriptData;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.scenario.Offers.Offered;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScenariosTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final String ANA = "Ana Ruiz";
  private static final ContractSet TALKS = set(talk("Hello."));

  private static Contract talk(String words) {
    return talk(words, days(2));
  }

  private static Contract talk(String words, Duration silence) {
    return begun("talk")
        .path(
            say("hello").why(words),
            await("answer")
                .when(replied())
                .thenExit("done")
                .silentFor(silence)
                .thenExit("gone")
                .why("They may want to think"))
        .exits(done(), gone())
        .build();
  }

  private static List<Finding> found(ContractSet set, List<Scenario> scenarios) {
    return new Rehearsed(scenarios).check(set).findings();
  }

  private static List<Scenario> accepted(ContractSet set, List<Scenario> scenarios) {
    Acceptances acceptances = new Acceptances(set);
    return scenarios.stream()
        .map(scenario -> acceptances.accepted(scenario, ANA, TODAY))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Scenario silence() {
    Script script =
        new Script(
            Opening.of("Ana"),
            List.of(
                Beat.now(new Act.CallsAndIsMissed(false)),
                new Beat(Duration.ofDays(3), new Act.Passes())));
    Outcome unknown = new Outcome(List.of());
    return new Scenario("silence", script, unknown, Optional.empty());
  }

  @Test
  void everyWayThatNoScenarioWalksIsNamed() {
    assertThat(found(TALKS, accepted(TALKS, List.of(silence()))))
        .extracting(Finding::at)
        .containsExactly("answer (arm 1)", "done (left by)");
  }

  @Test
  void whatIsOfferedWalksEverything() {
    Offered offered = new Offers(TALKS, Budget.usual()).besides(List.of());

    assertThat(offered.unwalked()).isEmpty();
    assertThat(found(TALKS, accepted(TALKS, offered.scenarios()))).isEmpty();
  }

  @Test
  void onlyWhatIsMissingIsOffered() {
    assertThat(new Offers(TALKS, Budget.usual()).besides(List.of(silence())).scenarios())
        .extracting(Scenario::name)
        .containsExactly("talk-done-left-by")
        .doesNotContain("talk-gone-left-by");
  }

  @Test
  void whatNobodyAcceptedDoesNotCount() {
    assertThat(found(TALKS, List.of(silence())))
        .extracting(Finding::message)
        .contains("nobody has accepted yet what comes of it");
  }

  @Test
  void whatComesToSomethingElseInAnotherVersionIsSaidAndNothingMore() {
    List<Scenario> before =
        accepted(TALKS, new Offers(TALKS, Budget.usual()).besides(List.of()).scenarios());

    List<Finding> findings = found(set(talk("Hello.", days(1))), before);

    assertThat(findings)
        .extracting(Finding::message)
        .allMatch(words ->
            words.startsWith("comes to something else than what was accepted")
                || words.contains("accepted for another version of it, and come"))
        .anyMatch(words -> words.startsWith("comes to something else"));
    assertThat(findings).hasSizeLessThanOrEqualTo(before.size());
  }

  @Test
  void acceptanceEndsWithTheVersionItWasGivenForAndThatIsSaidOnce() {
    List<Scenario> before =
        accepted(TALKS, new Offers(TALKS, Budget.usual()).besides(List.of()).scenarios());

    assertThat(found(set(talk("Hello again.")), before))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.contract()).isEqualTo("talk");
          assertThat(finding.message())
              .startsWith(
                  before.size()
                      + " scenarios were accepted for another version of it, and come to the same: ");
        });
  }

  @Test
  void acceptanceIsAlsoForThoseWhoTurnTheContactAway() {
    Script unreachable =
        switch (ScriptData.read(
            Map.of(
                "opening",
                Map.of("addresses", Map.of()),
                "beats",
                List.of(Map.of("act", "calls-and-is-missed"))))) {
          case ScriptData.Reading.Read(var script) -> script;
          case ScriptData.Reading.Unreadable(var problems) -> throw new AssertionError(problems);
        };
    Scenario refused =
        new Scenario("refused", unreachable, new Outcome(List.of()), Optional.empty());

    assertThat(accepted(TALKS, List.of(refused)).getFirst().acceptance().orElseThrow().hashes())
        .containsOnlyKeys(TALKS.contracts().getFirst().id());
  }

  @Test
  void anotherOutcomeThanTheAcceptedOneIsFound() {
    Scenario good = accepted(TALKS, List.of(silence())).getFirst();
    Scenario bent =
        good.with(new Outcome(List.of("2026-03-02T10:00 talk begins")))
            .accepted(good.acceptance().orElseThrow());

    assertThat(found(TALKS, List.of(bent)))
        .extracting(Finding::message)
        .contains(
            "comes to something else than what was accepted: not \"nothing\", but"
                + " \"2026-03-02T10:00 talk, *hello*: sends a text message: This is hello.\"");
  }

  @Test
  void aStoryThatCannotBePlayedIsFound() {
    Script broken =
        new Script(
            Opening.of("Ana"),
            List.of(Beat.now(new Act.TimerFires(TALKS.contracts().getFirst().id(), 1))));
    Scenario scenario = new Scenario("broken", broken, silence().outcome(), Optional.empty());

    assertThat(new Acceptances(TALKS).accepted(scenario, ANA, TODAY)).isEmpty();
    assertThat(found(TALKS, List.of(scenario)))
        .extracting(Finding::message)
        .anyMatch(words -> words.startsWith("can no longer be played: beat 1"));
  }

  @Test
  void anOutcomeOfTheOlderKindIsAnotherThanComesNow() {
    Scenario scenario = accepted(TALKS, List.of(silence())).getFirst();
    Map<String, Object> older = new LinkedHashMap<>(ScenarioData.write(scenario));
    older.put("outcome", Map.of("messages", List.of("talk, *hello*")));

    assertThat(ScenarioData.read("silence", older))
        .isInstanceOfSatisfying(
            ScenarioData.Reading.Read.class,
            read ->
                assertThat(found(TALKS, List.of(read.scenario())))
                    .extracting(Finding::message)
                    .anyMatch(words -> words.startsWith("comes to something else")));
  }

  @Test
  void aScenarioSurvivesBeingWritten() {
    Scenario scenario = accepted(TALKS, List.of(silence())).getFirst();

    assertThat(ScenarioData.read("silence", ScenarioData.write(scenario)))
        .isEqualTo(new ScenarioData.Reading.Read(scenario));
  }

  @Test
  void whatIsNoScenarioIsToldWithEachReason() {
    Map<String, Object> bad = Map.of("accepted", Map.of("by", " ", "on", "soon"), "outcome", 3);

    assertThat(ScenarioData.read("bad", bad))
        .isInstanceOfSatisfying(
            ScenarioData.Reading.Unreadable.class,
            unreadable ->
                assertThat(unreadable.problems())
                    .contains(
                        "outcome: is no list of lines",
                        "accepted, by: somebody has to answer for it; say who"));
  }
}
