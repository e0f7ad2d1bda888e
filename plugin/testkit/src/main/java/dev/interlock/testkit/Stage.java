package dev.interlock.testkit;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.core.program.Program;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What everybody in a rehearsal shares: the contracts and the time.
final class Stage {
  private final ContractSet set;
  private final List<Program> programs;
  private final ZoneId zone;
  private Instant now;
  private int numbers;

  Stage(ContractSet set, ZoneId zone, Instant now) {
    this.set = set;
    this.programs = set.contracts().stream().map(Program::of).toList();
    this.zone = zone;
    this.now = now;
  }

  ContractSet set() {
    return set;
  }

  List<Program> programs() {
    return programs;
  }

  ZoneId zone() {
    return zone;
  }

  Instant now() {
    return now;
  }

  void moveTo(Instant later) {
    now = later.isAfter(now) ? later : now;
  }

  /// A number nobody else in the rehearsal has.
  int next() {
    numbers++;
    return numbers;
  }
}
