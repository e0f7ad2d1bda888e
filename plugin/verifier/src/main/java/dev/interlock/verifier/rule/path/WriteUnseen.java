package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Trigger;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes that the same run writes over before anybody can act on them (docs/decisions/0039).
///
/// Tags are not asked: one that is put on and taken off again is how many a workflow of a CRM is
/// started. For the same reason a deal counts as seen where something in the set listens to it.
final class WriteUnseen implements Rule {
  @Override
  public String id() {
    return "W-WRITE-UNSEEN";
  }

  @Override
  public String reason() {
    return "What is written over at once is seen by nobody; one of the two was not meant.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract -> StepTree.paths(contract).flatMap(path -> judge(set, contract, path)));
  }

  private Stream<Finding> judge(ContractSet set, Contract contract, Path path) {
    List<Step> steps = path.steps();
    return Stream.iterate(0, i -> i < steps.size(), i -> i + 1)
        .flatMap(i ->
            steps.get(i) instanceof Step.Act act
                ? judge(set, contract, act, steps.subList(i + 1, steps.size())).stream()
                : Stream.empty());
  }

  private Optional<Finding> judge(
      ContractSet set, Contract contract, Step.Act act, List<Step> after) {
    return Put.by(act.action())
        .filter(put -> !isListenedTo(set, put))
        .flatMap(put -> over(contract, put, after).map(over -> found(contract, act, put, over)));
  }

  private Finding found(Contract contract, Step.Act act, Put put, Over over) {
    return found(
        contract,
        act.name().text(),
        act.position(),
        "*%s* sets %s to %s, and *%s* sets it to %s right after that"
            .formatted(act.name(), put.what(), put.value(), over.by(), over.value()),
        "take one of the two away, or wait between them for what the first one is for.");
  }

  private static Optional<Over> over(Contract contract, Put put, List<Step> after) {
    for (Step step : after) {
      switch (step) {
        case Step.Act act when put.isShownBy(act.action()) -> {
          return Optional.empty();
        }
        case Step.Act act -> {
          Optional<Put> next = Put.by(act.action()).filter(put::isOfTheSame);
          if (next.isPresent()) {
            return next.filter(put::isOther).map(by -> new Over(act.name().text(), by.value()));
          }
        }
        case Step.Leave leave -> {
          return contract.exit(leave.exit()).stream()
              .flatMap(exit -> exit.leaves().stream())
              .flatMap(left -> Put.by(left).stream())
              .filter(put::isOther)
              .findFirst()
              .map(by -> new Over(leave.exit().text(), by.value()));
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isListenedTo(ContractSet set, Put put) {
    return Stream.concat(
            set.contracts().stream()
                .map(Contract::trigger)
                .filter(trigger -> trigger.ownWrites() == OwnWrites.HEARD)
                .map(Trigger::event),
            set.operation().automations().stream()
                .flatMap(automation -> automation.startsOn().stream()))
        .flatMap(Patterns::alternatives)
        .anyMatch(put::isToldBy);
  }

  private record Over(String by, String value) {}
}
