package dev.interlock.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.ReportText;
import dev.interlock.verifier.prove.diagram.Budget;
import java.time.LocalDate;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class LibraryTest {
  @Test
  void isAPluginWithOneOperationAndThreeContracts() {
    assertThat(ServiceLoader.load(BusinessOperation.class))
        .extracting(business -> business.operation().name())
        .containsExactly("Riverside Dental");
    assertThat(ServiceLoader.load(WorkflowContract.class))
        .extracting(workflow -> workflow.contract().id().text())
        .containsExactly("missed-call-text-back", "speed-to-lead", "appointment-reminders");
  }

  @Test
  void letsOneWorkflowAtATimeTalkToALead() {
    LaneName lane = DentalPractice.LEAD_FOLLOW_UP;
    assertThat(ServiceLoader.load(WorkflowContract.class))
        .extracting(workflow -> workflow.contract().lane())
        .allSatisfy(claim ->
            assertThat(claim)
                .isInstanceOfSatisfying(
                    LaneClaim.InLane.class, in -> assertThat(in.lane()).isEqualTo(lane)));
  }

  @Test
  void provesClean() {
    ContractSet set =
        new ContractSet(
            new DentalPractice().operation(),
            List.of(
                new MissedCallTextBack().contract(),
                new SpeedToLead().contract(),
                new AppointmentReminder().contract()));
    Report report = Verifier.on(LocalDate.of(2026, 11, 23)).proving(Budget.usual()).verify(set);
    assertThat(report.findings()).as(ReportText.of(report)).isEmpty();
    assertThat(report.waived()).isEmpty();
  }

  @Test
  void saysEveryContractTheSameEachTime() {
    assertThat(new MissedCallTextBack().contract()).isEqualTo(new MissedCallTextBack().contract());
    assertThat(new SpeedToLead().contract()).isEqualTo(new SpeedToLead().contract());
    assertThat(new AppointmentReminder().contract())
        .isEqualTo(new AppointmentReminder().contract());
  }
}
