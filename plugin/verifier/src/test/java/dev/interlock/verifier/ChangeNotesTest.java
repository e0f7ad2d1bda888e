package dev.interlock.verifier;

import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.RuleOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A contract that takes the place of another version says what changed.
final class ChangeNotesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate LAST_YEAR = LocalDate.of(2025, 11, 23);

  private static Contract saying(NeedsPath begun, String note) {
    return begun.path(note(note).why("The desk reads it"), exit("done")).exits(done()).build();
  }

  private static Report report(ContractSet next, Beside beside) {
    return Verifier.on(TODAY).verify(next, beside);
  }

  private static List<Finding> found(Contract next, Contract live, Contract... past) {
    return report(
            set(next),
            new Beside(
                Optional.of(set(live)),
                List.of(),
                Set.copyOf(List.of(past).stream().map(one -> ContentHash.of(one).hex()).toList())))
        .findings();
  }

  @Test
  void anotherVersionSaysWhatChanged() {
    Contract live = saying(begun("a"), "Call");

    assertThat(found(saying(begun("a"), "Call again"), live))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo("E-DOC-MISSING");
          assertThat(finding.contract()).isEqualTo("a");
          assertThat(finding.position().file()).isEqualTo("ChangeNotesTest.java");
          assertThat(finding.message())
              .isEqualTo(
                  "it is not said what changed against version %s, which is live"
                      .formatted(ContentHash.of(live).shortForm()));
          assertThat(finding.help())
              .isEqualTo(
                  "say changed(LocalDate.of(2026, 11, 23), \"...\"), for those who read the page"
                      + " after the change.");
        });
  }

  @Test
  void aNoteThatTheVersionBeforeHasIsAboutAnEarlierChange() {
    Contract live = saying(begun("a").changed(LAST_YEAR, "They are called."), "Call");
    Contract next = saying(begun("a").changed(LAST_YEAR, "They are called."), "Call again");

    assertThat(found(next, live)).extracting(Finding::rule).containsExactly("E-DOC-MISSING");
  }

  @Test
  void aNoteIsEnough() {
    Contract live = saying(begun("a").changed(LAST_YEAR, "They are called."), "Call");
    Contract next =
        saying(
            begun("a")
                .changed(LAST_YEAR, "They are called.")
                .changed(TODAY, "They are called twice."),
            "Call again");

    assertThat(found(next, live)).isEmpty();
  }

  @Test
  void aNoteThatSaysNothingIsNone() {
    Contract live = saying(begun("a"), "Call");

    assertThat(found(saying(begun("a").changed(TODAY, " "), "Call again"), live))
        .extracting(Finding::rule)
        .containsOnly("E-DOC-MISSING");
  }

  @Test
  void whoeverGoesBackToAVersionThatWasLiveIsNotAsked() {
    Contract before = saying(begun("a"), "Call");
    Contract live = saying(begun("a").changed(TODAY, "They are called twice."), "Call again");

    assertThat(found(before, live, before)).isEmpty();
  }

  @Test
  void theFirstVersionAndTheSameOneHaveNothingToSay() {
    Contract live = saying(begun("a"), "Call");

    assertThat(found(live, live)).isEmpty();
    assertThat(found(live, saying(begun("b"), "Call"))).isEmpty();
    assertThat(report(set(live), Beside.nothing()).findings()).isEmpty();
  }

  @Test
  void whatWasAskedIsCounted() {
    Contract live = saying(begun("a"), "Call");
    Contract next = saying(begun("a"), "Call again");
    Report asked = report(set(next), new Beside(Optional.of(set(live)), List.of(), Set.of()));
    Report unasked = report(set(next), Beside.nothing());

    assertThat(looked(asked)).isEqualTo(looked(unasked) + 1);
  }

  private static int looked(Report report) {
    return report.rules().stream()
        .filter(outcome -> outcome.rule().equals("E-DOC-MISSING"))
        .mapToInt(RuleOutcome::looked)
        .sum();
  }
}
