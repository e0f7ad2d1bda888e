package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Distinct;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.Place;
import java.util.List;
import java.util.stream.Stream;

/// Steps to which no way leads: something after an exit, or behind an event that no run is told.
///
/// What begins contracts, a route, an order, a date or a point of the calendar, is told to doors
/// and not to runs under way.
final class StepDead implements Rule {
  @Override
  public String id() {
    return "E-STEP-DEAD";
  }

  @Override
  public String reason() {
    return "A step that never runs is a promise on the page that is not kept.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(), contract -> Stream.concat(judge(contract), untold(contract)));
  }

  private Stream<Finding> untold(Contract contract) {
    return Listened.running(contract)
        .filter(
            listened -> Patterns.alternatives(listened.event()).allMatch(StepDead::isForDoorsOnly))
        .map(listened ->
            found(
                contract,
                listened.at(),
                listened.position(),
                "what stands behind *%s* never runs: it begins contracts, and no run under way is told"
                    .formatted(Words.of(listened.event())),
                "listen to what a contact or colleague does, wait with at(...), or ask a condition."));
  }

  private static boolean isForDoorsOnly(EventPattern event) {
    return switch (event) {
      case EventPattern.Routed _, EventPattern.StartedByHand _, EventPattern.StartedByApi _ -> true;
      case EventPattern.Scheduled _, EventPattern.DateReached _ -> true;
      case EventPattern _ -> false;
    };
  }

  private Stream<Finding> judge(Contract contract) {
    Flow flow = Flow.of(contract);
    List<Place> reachable = flow.reachable();
    return flow.places().stream()
        .map(Place::step)
        .filter(step -> !isLeftover(step))
        .filter(step -> reachable.stream().noneMatch(place -> place.step().equals(step)))
        .filter(Distinct.by(step -> step.name() + " " + step.position()))
        .map(step ->
            found(
                contract,
                step.name().text(),
                step.position(),
                "step *%s* never runs: every way before it has left the contract"
                    .formatted(step.name()),
                "take it away, or let a way go on to it."));
  }

  // the exits of a dead step's consequences say nothing that the step itself does not
  private static boolean isLeftover(Step step) {
    return step instanceof Step.Leave;
  }
}
