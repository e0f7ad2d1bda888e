package dev.interlock.library.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Breaks the library's contracts, one thing at a time, and looks whether the verifier notices, by
/// a rule that is meant to. What it does not notice must come to something else in a scenario that
/// was accepted, or make no difference to anybody.
///
/// What becomes of each mutant is kept on file. An ordinary build looks at the shape of all of
/// them, plays scenarios with all in which no rule is broken, and explores and lives with one of
/// each kind; `-Dmutants=all` does so with all, which takes some minutes, and `-Dmutants=PATTERN`
/// with those by the operators of such names. Either writes what it found to `target/verdicts.txt`:
/// that is the file to keep when contracts or rules have changed and every change in it is meant.
final class MutantsTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "guide", "verification.md");
  private static final Path FOUND = Path.of("target", "verdicts.txt");
  private static final ContractSet LIBRARY = Library.set();
  private static final ContractSet RECALL = Recall.set();
  private static final List<Mutant> MUTANTS = Operators.mutants(LIBRARY, RECALL);

  private final String wanted = System.getProperty("mutants", "");
  private final Trial trial = new Trial();
  private final Ledger ledger;

  MutantsTest() throws IOException {
    this.ledger = Ledger.onFile();
  }

  @Test
  void nothingIsFoundInWhatIsBroken() {
    assertThat(trial.findings(LIBRARY).findings()).isEmpty();
    assertThat(trial.findings(RECALL).findings()).isEmpty();
  }

  @Test
  void everyOperatorBreaksSomethingAndEveryMutantIsOnFile() {
    assertThat(Operators.all()).extracting(Operator::name).doesNotHaveDuplicates();
    assertThat(Operators.all())
        .extracting(Operator::name)
        .containsExactlyElementsOf(
            MUTANTS.stream().map(mutant -> mutant.operator().name()).distinct().toList());
    assertThat(MUTANTS)
        .extracting(Mutant::toString)
        .as("try all with -Dmutants=all, and keep target/verdicts.txt")
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(ledger.verdicts().keySet());
  }

  @Test
  void whatRulesSeeInTheShapeOfAMutantIsOnFile() {
    assertThat(MUTANTS)
        .allSatisfy(mutant -> {
          var seen = trial.seen(mutant);
          String onFile = ledger.of(mutant);
          assertThat(onFile.startsWith("seen by") ? onFile : "")
              .as(() -> mutant + "\n" + Difference.between(mutant.original(), mutant.set()))
              .isEqualTo(seen.isEmpty() ? "" : new Verdict.Seen(seen).words());
        });
  }

  @Test
  void whatScenariosShowOfAMutantThatBreaksNoRuleIsOnFile() {
    assertThat(MUTANTS)
        .filteredOn(mutant -> !ledger.of(mutant).matches("(seen|explored) by .*"))
        .allSatisfy(mutant -> {
          String onFile = ledger.of(mutant);
          assertThat(onFile.startsWith("shown by") ? onFile : "")
              .as(() -> mutant + "\n" + Difference.between(mutant.original(), mutant.set()))
              .isEqualTo(trial.shown(mutant).map(name -> "shown by " + name).orElse(""));
        });
  }

  @Test
  void whatIsBrokenIsNoticedUnlessNoRuleIsBroken() throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (Mutant mutant : tried()) {
      Verdict verdict = trial.of(mutant);
      found.put(mutant.toString(), verdict.words());
      if (verdict instanceof Verdict.Survived
          || verdict instanceof Verdict.Unnoticed
          || !verdict.words().equals(ledger.of(mutant))) {
        others.add(told(mutant, verdict));
      }
    }
    Files.writeString(FOUND, new Ledger(found).text());
    assertThat(others).as(() -> "\n" + String.join("\n", others)).isEmpty();
  }

  private String told(Mutant mutant, Verdict verdict) {
    return "%s: %s, and on file: %s%n%s%n%s%n"
        .formatted(
            mutant,
            verdict.words(),
            ledger.of(mutant),
            verdict instanceof Verdict.Unnoticed(var how) ? how : "",
            Difference.between(mutant.original(), mutant.set()));
  }

  /// Without a wish, the last of each operator for each thing that became of its mutants.
  private Collection<Mutant> tried() {
    if (wanted.equals("all")) {
      return MUTANTS;
    }
    if (!wanted.isEmpty()) {
      return MUTANTS.stream().filter(mutant -> mutant.operator().name().matches(wanted)).toList();
    }
    Map<String, Mutant> kinds = new LinkedHashMap<>();
    MUTANTS.stream()
        .filter(mutant -> !ledger.of(mutant).startsWith("seen by"))
        .forEach(mutant -> kinds.put(kind(mutant), mutant));
    return kinds.values();
  }

  private String kind(Mutant mutant) {
    String verdict = ledger.of(mutant).replaceFirst(" by .*", "");
    return mutant.operator().name() + verdict;
  }

  @Test
  void theGuideSaysWhatBecomesOfMutants() throws IOException {
    assertThat(Files.readString(PAGE)).contains(Table.of(MUTANTS, ledger));
  }
}
