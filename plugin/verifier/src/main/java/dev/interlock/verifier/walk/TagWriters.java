package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TagName;
import java.util.stream.Stream;

/// Who writes a tag.
public final class TagWriters {
  private TagWriters() {}

  /// Whether anybody but our contracts does. Of an undeclared tag nobody knows: yes.
  public static boolean others(Operation operation, TagName tag) {
    boolean declared =
        operation.tags().stream()
            .filter(one -> one.name().equals(tag))
            .allMatch(one -> !one.writers().isEmpty());
    boolean automations =
        operation.automations().stream()
            .flatMap(automation -> automation.mayWrite().stream())
            .anyMatch(write ->
                write.equals(new Leaves.Tagged(tag)) || write.equals(new Leaves.NotTagged(tag)));
    return declared || automations;
  }

  public static boolean isAddedBySome(ContractSet set, TagName tag) {
    return isWritten(set, new Action.AddTag(tag), new Leaves.Tagged(tag));
  }

  public static boolean isRemovedBySome(ContractSet set, TagName tag) {
    return isWritten(set, new Action.RemoveTag(tag), new Leaves.NotTagged(tag));
  }

  private static boolean isWritten(ContractSet set, Action action, Leaves leaves) {
    Stream<Action> actions =
        set.contracts().stream()
            .flatMap(StepTree::steps)
            .filter(Step.Act.class::isInstance)
            .map(step -> ((Step.Act) step).action());
    Stream<Leaves> left =
        set.contracts().stream()
            .flatMap(contract -> contract.exits().stream())
            .flatMap(exit -> exit.leaves().stream());
    return actions.anyMatch(action::equals) || left.anyMatch(leaves::equals);
  }
}
