package dev.interlock.core;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Program;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sees changes that nobody is declared to make: proofs take for granted that there are none.
///
/// A CRM tells the change and not the doer. So what is seen is a tag of ours that nobody but
/// contracts writes, and a deal that came to a stage to which neither staff nor an automation moves
/// any. Whose hand it was where several are declared, what a field held before, and what a contact
/// who is new brings along, it does not tell.
///
/// @param hands what was told together with the change
public record Undeclared(Operation operation, ForeignHands hands) {
  private static final String AND_SO =
      " What was proved of contracts that go by it is no longer founded.";

  /// The attribute that was changed so, as [Attributes] call it; empty where the change is ours or
  /// is somebody's who is declared to make it.
  public Optional<String> attribute(DomainEvent event) {
    if (event.provenance() == Provenance.OURS) {
      return Optional.empty();
    }
    return switch (event.what()) {
      case Happening.TagHappened _ when hands.newcomer() -> Optional.empty();
      case Happening.TagHappened(var change, var tag) when !mayBeWritten(change, tag) ->
          Optional.of(Attributes.of(tag));
      case Happening.StageEntered(var deal, _) when hands.made().contains(deal) -> Optional.empty();
      case Happening.StageEntered(_, var stage) when !mayBeEntered(stage) ->
          Optional.of(Attributes.ofStage(stage.pipeline()));
      case Happening _ -> Optional.empty();
    };
  }

  private boolean mayBeWritten(TagChange change, TagName tag) {
    Leaves left = change == TagChange.ADDED ? new Leaves.Tagged(tag) : new Leaves.NotTagged(tag);
    return isByAutomation(left)
        || operation.tags().stream()
            .filter(declared -> declared.name().equals(tag))
            .allMatch(declared -> !declared.writers().isEmpty());
  }

  private boolean mayBeEntered(StageRef to) {
    return isByAutomation(new Leaves.AtStage(to))
        || operation.pipelines().stream()
            .filter(pipeline -> pipeline.name().equals(to.pipeline()))
            .allMatch(pipeline -> isReached(pipeline, to));
  }

  /// Whether staff move deals there from any other stage: onward from one that a team owns, or back
  /// where the stage says so.
  private static boolean isReached(Pipeline pipeline, StageRef to) {
    int place = pipeline.indexOf(to.stage()).orElse(-1);
    List<Pipeline.Stage> stages = pipeline.stages();
    boolean reached = place < 0;
    for (int i = 0; i < stages.size(); i++) {
      Pipeline.Stage from = stages.get(i);
      reached |=
          (i < place && from.owner().isPresent()) || from.lawfulReturns().contains(to.stage());
    }
    return reached;
  }

  private boolean isByAutomation(Leaves left) {
    return operation.automations().stream()
        .anyMatch(automation -> automation.mayWrite().contains(left));
  }

  /// What a person is told: always the same of one attribute.
  public static String words(String attribute) {
    return attribute.startsWith(Attributes.STAGE)
        ? "A deal in %s came to a stage to which nobody is declared to move one."
                .formatted(attribute.substring(Attributes.STAGE.length()))
            + AND_SO
        : "The %s was changed, and nobody but contracts is declared to change it."
                .formatted(attribute)
            + AND_SO;
  }

  /// The attributes that the contract goes by: at its door, at its branches, and where it listens.
  public static Set<String> readBy(Contract contract) {
    Set<String> read = new HashSet<>();
    contract.admits().forEach(clause -> read.addAll(Attributes.readBy(clause.condition())));
    contract.handlers().forEach(handler -> read.addAll(Attributes.readBy(handler.guard())));
    for (Node node : Program.of(contract).nodes().values()) {
      switch (node) {
        case Node.BranchNode branch ->
            branch.step().choices().forEach(one -> read.addAll(Attributes.readBy(one.guard())));
        case Node.AwaitNode await ->
            await.step().arms().forEach(arm -> read.addAll(Attributes.readBy(arm.guard())));
        case Node.SendNode _, Node.ActNode _, Node.WaitNode _ -> {}
        case Node.SplitNode _, Node.LeaveNode _ -> {}
      }
    }
    return Set.copyOf(read);
  }
}
