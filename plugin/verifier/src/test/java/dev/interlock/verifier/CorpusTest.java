package dev.interlock.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.verifier.corpus.Corpus;
import dev.interlock.verifier.corpus.Example;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example of the corpus has exactly the findings that its comments announce, on those lines.
final class CorpusTest {
  private static final Verifier VERIFIER = Verifier.on(LocalDate.of(2026, 11, 23));

  static Stream<Example> examples() {
    return Corpus.examples();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void findsWhatTheCommentsAnnounce(Example example) {
    List<Finding> findings = VERIFIER.verify(example.set()).findings();
    assertThat(findings)
        .extracting(finding -> finding.position() + " " + finding.rule())
        .containsExactlyInAnyOrderElementsOf(example.announced());
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.message()).isNotBlank().doesNotEndWith("."))
        .allSatisfy(finding -> assertThat(finding.help()).isNotBlank());
  }

  @Test
  void hasABadExampleOfEveryRule() {
    Set<String> shown =
        Corpus.examples()
            .flatMap(example -> example.announced().stream())
            .map(announced -> announced.substring(announced.indexOf(' ') + 1))
            .collect(Collectors.toSet());
    assertThat(VERIFIER.rules()).extracting(Rule::id).allMatch(shown::contains);
  }
}
