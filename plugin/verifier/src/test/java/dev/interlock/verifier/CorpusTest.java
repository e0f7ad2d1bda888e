package dev.interlock.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.corpus.Corpus;
import dev.interlock.verifier.corpus.Example;
import dev.interlock.verifier.corpus.Wording;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.RuleOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example of the corpus has exactly the findings that its comments announce, on those lines,
/// in the words that are kept.
///
/// What is said now is written to `target/words.txt`: that is the file to keep when a sentence
/// changes, once it was read.
final class CorpusTest {
  private static final Wording KEPT = Wording.kept();
  private static final Wording SAID = new Wording(new LinkedHashMap<>());

  private final Verifier verifier = Verifier.on(LocalDate.of(2026, 11, 23));

  static Stream<Example> examples() {
    return Corpus.examples();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void findsWhatTheCommentsAnnounce(Example example) {
    List<Finding> findings = verifier.verify(example.set()).findings();
    assertThat(findings)
        .extracting(finding -> finding.position() + " " + finding.rule())
        .containsExactlyInAnyOrderElementsOf(example.announced());
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.message()).isNotBlank().doesNotEndWith("."))
        .allSatisfy(finding -> assertThat(finding.help()).isNotBlank());
    List<String> words = Wording.of(findings);
    if (!words.isEmpty()) {
      SAID.said().put(example.name(), words);
    }
    assertThat(words).as("see target/words.txt").isEqualTo(KEPT.of(example));
  }

  @AfterAll
  static void writeWhatWasSaid() throws IOException {
    SAID.write(Path.of("target", "words.txt"));
  }

  @Test
  void keepsNoWordsOfExamplesThatAreGone() {
    Set<String> names = Corpus.examples().map(Example::name).collect(Collectors.toSet());
    assertThat(KEPT.said().keySet()).allMatch(names::contains);
  }

  @Test
  void saysAtHowManyThingsARuleLooked() {
    Map<String, Integer> looked =
        verifier.verify(example("onlyThoseWhoSendCount")).rules().stream()
            .collect(Collectors.toMap(RuleOutcome::rule, RuleOutcome::looked));
    assertThat(looked)
        .as("three contracts, and five figures of a busy day")
        .containsEntry("E-NO-EXIT", 3)
        .containsEntry("W-GROWTH", 8);
  }

  private static ContractSet example(String name) {
    return Corpus.examples()
        .filter(one -> one.name().endsWith(": " + name))
        .map(Example::set)
        .findFirst()
        .orElseThrow();
  }
}
