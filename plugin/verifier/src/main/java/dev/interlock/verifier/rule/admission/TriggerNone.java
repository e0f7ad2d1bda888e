package dev.interlock.verifier.rule.admission;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.TagWriters;
import java.util.stream.Stream;

/// Contracts that nothing can begin.
final class TriggerNone implements Rule {
  @Override
  public String id() {
    return "E-TRIGGER-NONE";
  }

  @Override
  public String reason() {
    return "A workflow that nothing begins is a promise that nobody keeps.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), contract -> judge(set, contract));
  }

  private Stream<Finding> judge(ContractSet set, Contract contract) {
    if (isRoutedTo(set, contract)
        || Listened.trigger(contract).anyMatch(begin -> canHappen(set, contract, begin.event()))) {
      return Stream.empty();
    }
    boolean onlyRouted =
        Listened.trigger(contract).allMatch(begin -> begin.event() instanceof EventPattern.Routed);
    String message =
        onlyRouted
            ? "only a route begins this contract, and no exit routes here"
            : "nothing brings about what begins this contract: %s"
                .formatted(Words.of(contract.trigger().event()));
    String help =
        onlyRouted
            ? "say routesTo(\"%s\") at an exit of another contract, or begin it by an event."
                .formatted(contract.id())
            : "say who writes the tag, at its declaration, or begin the contract by a business event.";
    return Stream.of(found(contract, "startsWhen", contract.trigger().position(), message, help));
  }

  private static boolean isRoutedTo(ContractSet set, Contract contract) {
    return set.contracts().stream()
        .filter(other -> !other.id().equals(contract.id()))
        .flatMap(other -> other.exits().stream())
        .anyMatch(exit ->
            exit.continuation() instanceof Continuation.RoutesTo(var target, _)
                && target.equals(contract.id()));
  }

  private static boolean canHappen(ContractSet set, Contract contract, EventPattern event) {
    if (event instanceof EventPattern.Routed) {
      return false;
    }
    if (!(event instanceof EventPattern.TagEvent(var change, var tag))) {
      return true;
    }
    boolean others = TagWriters.others(set.operation(), tag);
    boolean ours =
        contract.trigger().ownWrites() == OwnWrites.HEARD
            && (change == TagChange.ADDED
                ? TagWriters.isAddedBySome(set, tag)
                : TagWriters.isRemovedBySome(set, tag));
    return others || ours;
  }
}
