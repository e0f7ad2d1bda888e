package dev.interlock.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Played;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.monitor.Monitor;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.verifier.corpus.Example;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.proof.ProofCorpus;
import dev.interlock.verifier.prove.Prover;
import dev.interlock.verifier.prove.diagram.Budget;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every planted flaw is found on the line that announces it, nothing else is, and what can happen
/// is shown by a story that the core plays again.
final class ProofCorpusTest {
  private static final Verifier VERIFIER =
      Verifier.on(LocalDate.of(2026, 11, 23)).proving(Budget.usual());

  /// The engine itself blocks the message, so no contract can break it; see OptOutsKeptTest.
  private static final String BEYOND_CONTRACTS = "E-OPTOUT-IGNORED";

  private static final long FLAWS = 3;

  static Stream<Example> examples() {
    return ProofCorpus.examples();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void findsWhatTheCommentsAnnounceAndShowsIt(Example example) {
    List<Finding> findings = VERIFIER.verify(example.set()).findings();

    assertThat(findings)
        .extracting(ProofCorpusTest::place)
        .containsExactlyInAnyOrderElementsOf(example.announced());
    for (Finding finding : findings) {
      switch (finding.evidence()) {
        case Evidence.Shape(), Evidence.Exhaustive() ->
            assertThat(example.unresolved()).doesNotContain(place(finding));
        case Evidence.Unresolved(var course, var assumption) -> {
          assertThat(example.unresolved()).contains(place(finding));
          assertThat(course).isNotEmpty();
          assertThat(assumption).isNotBlank();
        }
        case Evidence.Played played -> {
          assertThat(example.unresolved()).doesNotContain(place(finding));
          assertThat(played.story().getLast()).startsWith("This is wrong: ").endsWith(".");
          assertThatItHappensAgain(example, finding, played);
        }
      }
    }
  }

  private static void assertThatItHappensAgain(
      Example example, Finding finding, Evidence.Played played) {
    Repertoire repertoire = Repertoire.of(example.set());
    Played again = Simulation.play(repertoire, played.script());
    assertThat(again instanceof Played.Whole).as("played to its end").isTrue();
    Optional<Monitor> monitor =
        Monitors.of(repertoire).all().stream()
            .filter(one -> one.rule().equals(finding.rule()))
            .findFirst();
    monitor.ifPresent(one ->
        assertThat(one.watch(again.chronicle()))
            .flatExtracting(Breach::parties)
            .contains(finding.contract()));
  }

  private static String place(Finding finding) {
    return finding.position() + " " + finding.rule();
  }

  @Test
  void hasThreeFlawsOfEveryRuleThatIsProved() {
    Map<String, Long> flaws =
        ProofCorpus.examples()
            .flatMap(example -> example.announced().stream().map(ProofCorpusTest::rule).distinct())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(Prover.rules().keySet())
        .filteredOn(rule -> !rule.equals(BEYOND_CONTRACTS))
        .allSatisfy(rule ->
            assertThat(flaws.getOrDefault(rule, 0L)).as(rule).isGreaterThanOrEqualTo(FLAWS));
  }

  @Test
  void hasNearMissesOfWhichNothingIsReported() {
    Set<String> clean =
        ProofCorpus.examples()
            .filter(example -> example.announced().isEmpty())
            .map(Example::name)
            .collect(Collectors.toSet());
    assertThat(clean).hasSizeGreaterThan(40);
  }

  private static String rule(String announced) {
    return announced.substring(announced.indexOf(' ') + 1);
  }

  @Test
  void whatOutgrowsItsBudgetIsUnresolvedAndWordsAreAllThereIs() {
    ContractSet set = example("aMailToWhoHasANumber").set();
    Verifier hasty = Verifier.on(LocalDate.EPOCH).proving(new Budget(10, Duration.ofSeconds(1)));
    assertThat(hasty.verify(set).findings())
        .anyMatch(finding ->
            finding.rule().equals("E-ADMIT-MISSING")
                && finding.evidence() instanceof Evidence.Shape)
        .anyMatch(finding ->
            finding.rule().equals("E-STEP-DEAD")
                && finding.evidence() instanceof Evidence.Unresolved);
  }

  private static Example example(String name) {
    return ProofCorpus.examples()
        .filter(one -> one.name().endsWith(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysTheSameEachTime() {
    Example example = example("twoAppointmentsAndOneField");
    assertThat(VERIFIER.verify(example.set())).isEqualTo(VERIFIER.verify(example.set()));
  }
}
