package dev.interlock.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.scenario.Rehearsed;
import dev.interlock.verifier.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The stories that the library's authors answer for.
final class KeptScenariosTest {
  private static final List<Scenario> SCENARIOS = KeptScenarios.ofTheLibrary();
  private static final ContractSet LIBRARY =
      new ContractSet(
          new DentalPractice().operation(),
          List.of(
              new MissedCallTextBack().contract(),
              new SpeedToLead().contract(),
              new AppointmentReminder().contract()));

  @Test
  void acceptedScenariosWalkEverythingAndComeToWhatWasAccepted() {
    assertThat(new Rehearsed(SCENARIOS).check(LIBRARY).findings())
        .extracting(Finding::at, Finding::message)
        .as("read what comes of them now: interlock scenarios plugin/library/src/main/java")
        .isEmpty();
  }

  @Test
  void nobodyInParticularAnswersForWhatComesWithTheProduct() {
    assertThat(SCENARIOS)
        .extracting(scenario -> scenario.acceptance().orElseThrow().by())
        .containsOnly("the authors of the library");
  }
}
