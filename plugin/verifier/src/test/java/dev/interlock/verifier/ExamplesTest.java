package dev.interlock.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.verifier.corpus.Corpus;
import dev.interlock.verifier.corpus.Example;
import dev.interlock.verifier.proof.ProofCorpus;
import dev.interlock.verifier.prove.diagram.Budget;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule is shown by three examples in which something is wrong, and by one in which nearly
/// something is.
final class ExamplesTest {
  /// No contract can break it; see OptOutsKeptTest.
  private static final Set<String> BEYOND_CONTRACTS = Set.of("E-OPTOUT-IGNORED");

  private static final int FLAWS = 3;

  static Stream<String> rules() {
    return Verifier.on(LocalDate.EPOCH).proving(Budget.usual()).reasons().keySet().stream()
        .filter(rule -> !BEYOND_CONTRACTS.contains(rule));
  }

  private static Stream<Example> examples() {
    return Stream.concat(Corpus.examples(), ProofCorpus.examples());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void threeExamplesBreakTheRule(String rule) {
    assertThat(examples().filter(example -> breaks(example, rule)).map(Example::name))
        .hasSizeGreaterThanOrEqualTo(FLAWS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void oneExampleNearlyBreaksTheRule(String rule) {
    assertThat(examples().filter(example -> example.nearMisses().contains(rule)))
        .isNotEmpty()
        .noneMatch(example -> breaks(example, rule));
  }

  @Test
  void nearMissesAreOfRulesThatThereAre() {
    List<String> rules = rules().toList();
    assertThat(examples().flatMap(example -> example.nearMisses().stream()))
        .allMatch(rules::contains);
  }

  private static boolean breaks(Example example, String rule) {
    return example.announced().stream().anyMatch(announced -> announced.endsWith(" " + rule));
  }
}
