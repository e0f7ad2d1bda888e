package dev.interlock.bench;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.library.AppointmentReminder;
import dev.interlock.library.DentalPractice;
import dev.interlock.library.MissedCallTextBack;
import dev.interlock.library.SpeedToLead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The sets that are measured.
final class Sets {
  /// The day by which waivers end.
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final long SEED = 1;

  private Sets() {}

  static ContractSet library() {
    return new ContractSet(
        new DentalPractice().operation(),
        List.of(
            new MissedCallTextBack().contract(),
            new SpeedToLead().contract(),
            new AppointmentReminder().contract()));
  }

  static ContractSet madeUp(Manner manner, int size) {
    return new MadeUp(manner, SEED).set(size);
  }

  static ContractSet changed(Manner manner, int size) {
    return new MadeUp(manner, SEED).changed(size);
  }

  /// The library's set, with one contract more that moves deals back.
  static ContractSet flawed() {
    ContractSet sound = library();
    List<Contract> contracts = new ArrayList<>(sound.contracts());
    contracts.add(PushesBack.contract());
    return new ContractSet(sound.operation(), contracts);
  }
}
