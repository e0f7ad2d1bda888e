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
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.ReportData;
import dev.interlock.verifier.finding.ReportText;
import dev.interlock.verifier.finding.RuleOutcome;
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
