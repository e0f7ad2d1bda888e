package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TagName;
import java.util.List;

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

  /// Whether a step or exit of these contracts, to which a way leads, adds the tag.
  public static boolean isAddedBySome(List<Contract> contracts, TagName tag) {
    return isWritten(contracts, new Action.AddTag(tag), new Leaves.Tagged(tag));
  }

  /// Whether a step or exit of these contracts, to which a way leads, removes the tag.
  public static boolean isRemovedBySome(List<Contract> contracts, TagName tag) {
    return isWritten(contracts, new Action.RemoveTag(tag), new Leaves.NotTagged(tag));
  }

  private static boolean isWritten(List<Contract> contracts, Action action, Leaves leaves) {
    return contracts.stream()
        .map(Live::of)
        .anyMatch(live ->
            live.steps().stream()
                    .anyMatch(step -> step instanceof Step.Act act && act.action().equals(action))
                || live.exits().stream().anyMatch(exit -> exit.leaves().contains(leaves)));
  }
}
