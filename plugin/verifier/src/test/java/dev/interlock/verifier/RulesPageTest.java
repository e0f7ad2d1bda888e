package dev.interlock.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.verifier.prove.diagram.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// `docs/guide/verification.md` names every rule with its reason, and no other.
final class RulesPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "guide", "verification.md");
  private static final Verifier PROVING = Verifier.on(LocalDate.EPOCH).proving(Budget.usual());
  private static final List<String> BESIDES =
      List.of("E-CRM-CANNOT", "E-WAIVER-STALE", "E-WAIVER-REFUSED");

  private static List<String> rows() throws IOException {
    return Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\| `[EW]-.*")).toList();
  }

  @Test
  void theRulesPageNamesEveryRuleAndItsReason() throws IOException {
    List<String> rows = rows();
    PROVING
        .reasons()
        .forEach((rule, reason) ->
            assertThat(rows)
                .anyMatch(row ->
                    row.startsWith("| `" + rule + "` |") && row.endsWith("| " + reason + " |")));
  }

  @Test
  void theRulesPageNamesNoOtherRule() throws IOException {
    Set<String> known = PROVING.reasons().keySet();
    assertThat(rows())
        .extracting(row -> row.substring(3, row.indexOf('`', 3)))
        .doesNotHaveDuplicates()
        .allMatch(id -> known.contains(id) || BESIDES.contains(id));
  }
}
