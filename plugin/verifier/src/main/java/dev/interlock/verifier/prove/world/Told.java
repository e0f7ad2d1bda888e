package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation.Automation;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.stream.Stream;

/// What the CRM tells of writes, whoever makes them.
public final class Told {
  private Told() {}

  /// What it may tell of the contract's writes.
  public static List<Happening> byWritesOf(ContractSet set, Contract contract) {
    Writing writing = new Writing(new Account(set));
    Stream<Effect> bySteps =
        StepTree.steps(contract)
            .filter(Step.Act.class::isInstance)
            .flatMap(step -> writing.of(((Step.Act) step).action()).stream());
    Stream<Effect> byExits =
        contract.allExits().stream()
            .flatMap(exit -> exit.leaves().stream())
            .flatMap(leaves -> writing.of(leaves).stream());
    return Stream.concat(bySteps, byExits)
        .flatMap(effect -> effect.happenings().stream())
        .distinct()
        .toList();
  }

  /// What it may tell of the automation's writes.
  public static Stream<Happening> byWritesOf(ContractSet set, Automation automation) {
    Writing writing = new Writing(new Account(set));
    return automation.mayWrite().stream()
        .flatMap(leaves -> writing.of(leaves).stream())
        .flatMap(effect -> effect.happenings().stream());
  }
}
