package dev.interlock.library.mutants;

import dev.interlock.contract.dsl.Operations;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Lane;
import dev.interlock.contract.model.Position;
import dev.interlock.library.AppointmentReminder;
import dev.interlock.library.DentalPractice;
import dev.interlock.library.MissedCallTextBack;
import dev.interlock.library.SpeedToLead;
import java.util.ArrayList;
import java.util.List;

/// The set that is broken: the library's, in a business that has a second lane.
final class Library {
  private Library() {}

  static ContractSet set() {
    return new ContractSet(
        operation(),
        List.of(
            new MissedCallTextBack().contract(),
            new SpeedToLead().contract(),
            new AppointmentReminder().contract()));
  }

  private static Operation operation() {
    Operation practice = new DentalPractice().operation();
    LaneName accounts = Operations.laneNamed("accounts");
    List<Lane> lanes = new ArrayList<>(practice.lanes());
    lanes.add(
        new Lane(accounts, "Only one workflow at a time speaks of money", Position.unknown()));
    return new Operation(
        practice.name(),
        practice.pipelines(),
        practice.tags(),
        practice.groups(),
        practice.fields(),
        lanes,
        practice.calendars(),
        practice.teams(),
        practice.settings(),
        practice.purposes(),
        practice.limits(),
        practice.automations(),
        practice.hours(),
        practice.volumes(),
        practice.position());
  }
}
