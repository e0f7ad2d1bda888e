package dev.interlock.verifier.rule.admission;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Claims to a lane that leave two runs in each other's way.
final class LaneIncomplete implements Rule {
  @Override
  public String id() {
    return "E-LANE-INCOMPLETE";
  }

  @Override
  public String reason() {
    return "Two workflows that talk to one contact or move one card contradict each other sooner or"
        + " later; a lane rules it out.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            switch (contract.lane()) {
              case LaneClaim.NoLane _ -> outside(contract);
              case LaneClaim.InLane claim ->
                  Stream.concat(
                      claim.whenOccupied() instanceof WhenOccupied.Displace
                          ? displacing(set, contract)
                          : Stream.empty(),
                      turningAway(set, contract, claim));
            });
  }

  private Stream<Finding> outside(Contract contract) {
    Optional<String> visible =
        StepTree.steps(contract).flatMap(LaneIncomplete::visible).findFirst();
    Optional<String> exit =
        contract.exits().stream()
            .filter(one -> one.leaves().stream().anyMatch(Leaves.AtStage.class::isInstance))
            .map(one -> "exit *%s* moves the deal".formatted(one.name()))
            .findFirst();
    return visible
        .or(() -> exit)
        .map(what ->
            found(
                contract,
                "lane",
                contract.position(),
                "the contract claims no lane, and %s".formatted(what),
                "say lane(..., whenOccupied(...)); outsideLanes(...) is for contracts that only"
                    + " the business sees."))
        .stream();
  }

  private static Stream<String> visible(Step step) {
    if (step instanceof Step.Send) {
      return Stream.of("step *%s* writes to the contact".formatted(step.name()));
    }
    return step instanceof Step.Act(_, Action.MoveTo _, _, _, _)
        ? Stream.of("step *%s* moves the deal".formatted(step.name()))
        : Stream.empty();
  }

  // a contract that is alone in its lane only turns away those who are inside it already
  private Stream<Finding> turningAway(ContractSet set, Contract contract, LaneClaim.InLane claim) {
    Optional<Contract> neighbour =
        set.contracts().stream()
            .filter(other -> !other.id().equals(contract.id()))
            .filter(other ->
                other.lane() instanceof LaneClaim.InLane held && held.lane().equals(claim.lane()))
            .findFirst();
    if (claim.orElse().isPresent()) {
      return Stream.empty();
    }
    return neighbour.stream()
        .map(other ->
            found(
                contract,
                "lane",
                contract.position(),
                "it is not said what is done for those who are turned away while *%s* holds the lane"
                    .formatted(other.id()),
                "say whenOccupied(...).orElse(\"what is done for them instead\")."));
  }

  private Stream<Finding> displacing(ContractSet set, Contract contract) {
    List<Contract> weaker =
        set.contracts().stream().filter(other -> isDisplacedBy(contract, other)).toList();
    if (weaker.isEmpty()) {
      return Stream.of(
          found(
              contract,
              "lane",
              contract.position(),
              "the contract displaces nobody: no other contract in its lane has a lower priority",
              "say a higher priority(...), or refuse or wait in turn instead."));
    }
    return weaker.stream()
        .filter(other -> !saysWhatDisplacedLeaves(other))
        .map(other ->
            found(
                other,
                "displaced",
                other.position(),
                "*%s* may displace a run of this contract, and it is not said what that leaves"
                    .formatted(contract.id()),
                "declare exit(\"displaced\", DISPLACED) with what it leaves or who is told."));
  }

  private static boolean isDisplacedBy(Contract strong, Contract weak) {
    return strong.lane() instanceof LaneClaim.InLane(var lane, _, var priority, _)
        && weak.lane() instanceof LaneClaim.InLane(var other, _, var weight, _)
        && lane.equals(other)
        && weight < priority;
  }

  private static boolean saysWhatDisplacedLeaves(Contract contract) {
    return contract.exits().stream()
        .filter(exit -> exit.kind() == ExitKind.DISPLACED)
        .anyMatch(LaneIncomplete::saysSomething);
  }

  private static boolean saysSomething(Exit exit) {
    return !exit.leaves().isEmpty()
        || !exit.notifies().isEmpty()
        || !(exit.continuation() instanceof Continuation.Nothing);
  }
}
