package dev.interlock.verifier;

import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Workflows.finding;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Position;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.ReportData;
import dev.interlock.verifier.finding.ReportText;
import dev.interlock.verifier.finding.RuleOutcome;
import dev.interlock.verifier.finding.Severity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final Contract FAULTY =
      begun("faulty")
          .throughout(whenever(replied()).thenExit("done"))
          .waives(
              finding("E-DOC-MISSING")
                  .at("jot")
                  .because("The note explains itself.")
                  .decidedBy("Ana Ruiz")
                  .compensatedBy("The desk knows.")
                  .until(TODAY))
          .path(addTag("dome").named("mark").why("So that it shows"), note("Hi").named("jot"))
          .exits(done())
          .build();

  private static String line(int number) {
    return "ReportTest.java:" + number;
  }

  @Test
  void printsFindingsAsCompilersDo() {
    Report report = Verifier.on(TODAY).verify(set(FAULTY));
    int path = report.findings().getFirst().position().line();
    assertThat(ReportText.of(report))
        .isEqualTo(
            """
            %1$s: error[E-NAME-UNBOUND]: faulty: there is no tag *dome*
               = because: A name is bound to the CRM once, in the operation; one that stands nowhere there can
                          be bound to nothing.
               = help: did you mean *done* or *gone*? Otherwise declare it in the operation.

            %1$s: error[E-NO-EXIT]: faulty: the path just stops: after *jot*, and nothing follows
               = because: A run that stops without an exit leaves a contact in a state that nobody declared and
                          nobody owns.
               = help: end it by exit("...") or thenExit("...").

            %1$s: waived[E-DOC-MISSING]: faulty: step *jot* has no why
               = until 2026-11-23 by Ana Ruiz: The note explains itself.
               = made up for by: The desk knows.

            1 contract, %2$d rules: 2 errors, 0 warnings, 1 finding waived
            """
                .formatted(line(path), Verifier.on(TODAY).rules().size()));
  }

  @Test
  void saysThatNothingWasFound() {
    Contract sound =
        begun("a").path(note("Hi").why("Courtesy"), exit("done")).exits(done()).build();
    assertThat(ReportText.of(Verifier.on(TODAY).verify(set(sound))))
        .isEqualTo(
            "1 contract, %d rules: nothing found\n".formatted(Verifier.on(TODAY).rules().size()));
  }

  @Test
  void tellsWhatHappensLineByLine() {
    Finding finding =
        new Finding(
            "E-TEST",
            Severity.ERROR,
            "nurture",
            "nudge",
            Position.at("Nurture.java", 7),
            "two texts in one minute",
            "a common lane rules this out.");
    Evidence played =
        new Evidence.Played(
            List.of(
                "2026-11-02T10:00 Ana calls and is missed.",
                "2026-11-02T10:06 Both workflows text her, and neither of them knows that the other"
                    + " one did so a moment before."),
            new Script(Opening.of("Ana"), List.of()));
    Evidence unresolved =
        new Evidence.Unresolved(List.of("*A* begins", "*B* begins"), "A lane for both");

    assertThat(text(finding.with(played)))
        .isEqualTo(
            """
            Nurture.java:7: error[E-TEST]: nurture: two texts in one minute
               = story: it was played, and this happened (story e3b0c442)
                   2026-11-02T10:00 Ana calls and is missed.
                   2026-11-02T10:06 Both workflows text her, and neither of them knows that the other one did so
                       a moment before.
               = help: a common lane rules this out.
            """);
    assertThat(text(finding.with(unresolved)))
        .contains(
            """
               = story: nobody could play it, but nothing rules this out
                   *A* begins
                   *B* begins
               = unless: A lane for both
            """);
    ReportData data =
        ReportData.of(new Report(1, List.of(finding.with(played)), List.of(), List.of()));
    assertThat(data.findings().getFirst().evidence().kind()).isEqualTo("played");
    assertThat(data.findings().getFirst().evidence().story()).hasSize(2);
    assertThat(data.findings().getFirst().evidence().script()).containsKey("beats");
  }

  private static String text(Finding finding) {
    return ReportText.of(new Report(1, List.of(finding), List.of(), List.of()))
        .replaceFirst("(?s)\\n\\n.*", "\n");
  }

  @Test
  void isPlainDataToo() {
    ReportData data = ReportData.of(Verifier.on(TODAY).verify(set(FAULTY)));
    assertThat(data.ok()).isFalse();
    assertThat(data.errors()).isEqualTo(2);
    assertThat(data.findings())
        .extracting(ReportData.FindingData::rule)
        .containsExactly("E-NAME-UNBOUND", "E-NO-EXIT");
    assertThat(data.findings().getFirst().file()).isEqualTo("ReportTest.java");
    assertThat(data.waived())
        .extracting(waived -> waived.finding().at() + " " + waived.until())
        .containsExactly("jot 2026-11-23");
  }

  @Test
  void tellsWhichRulesLookedAtNothing() {
    Report report = Verifier.on(TODAY).verify(new ContractSet(set().operation(), List.of()));
    assertThat(report.rules())
        .filteredOn(rule -> rule.looked() == 0)
        .extracting(RuleOutcome::rule)
        .contains("E-NO-EXIT")
        .doesNotContain("E-STAGE-OWNER");
  }
}
