package dev.interlock.simulation;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.core.program.Program;
import java.util.List;
import java.util.Optional;

/// Contracts laid out and ready to be played, as often as wanted and by several at once.
public final class Repertoire {
  private final ContractSet set;
  private final List<Program> programs;
  private final Changeover changeover;

  private Repertoire(ContractSet set, Changeover changeover) {
    this.set = set;
    this.changeover = changeover;
    this.programs = set.contracts().stream().map(Program::of).toList();
  }

  /// These contracts in their operation.
  public static Repertoire of(ContractSet set) {
    return new Repertoire(set, Changeover.NONE);
  }

  /// The same, of which some go live in the course of the story.
  public static Repertoire of(ContractSet set, Changeover changeover) {
    return new Repertoire(set, changeover);
  }

  /// What goes live in the course of the story.
  public Changeover changeover() {
    return changeover;
  }

  /// What is played.
  public ContractSet set() {
    return set;
  }

  /// The contracts' programs, in the order of their ids.
  public List<Program> programs() {
    return programs;
  }

  /// The program of a contract, if the set has it.
  public Optional<Program> program(ContractId contract) {
    for (Program program : programs) {
      if (program.contract().id().equals(contract)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}
