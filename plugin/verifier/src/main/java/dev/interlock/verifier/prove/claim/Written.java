package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TagName;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.walk.StepTree;
import java.util.Optional;
import java.util.stream.Stream;

/// What a contract writes, wherever it does.
final class Written {
  private Written() {}

  /// Tags that it adds or removes.
  static Stream<TagName> tags(Contract contract) {
    return attributes(contract)
        .flatMap(attribute ->
            attribute instanceof Attribute.Tag(var tag) ? Stream.of(tag) : Stream.empty());
  }

  /// Everything that it writes.
  static Stream<Attribute> attributes(Contract contract) {
    return Stream.concat(bySteps(contract), byExits(contract)).distinct();
  }

  /// What its steps write.
  static Stream<Attribute> bySteps(Contract contract) {
    return StepTree.steps(contract)
        .filter(Step.Act.class::isInstance)
        .map(step -> attribute(((Step.Act) step).action()))
        .flatMap(Optional::stream)
        .distinct();
  }

  private static Stream<Attribute> byExits(Contract contract) {
    return contract.allExits().stream()
        .flatMap(exit -> exit.leaves().stream())
        .map(Written::attribute);
  }

  private static Optional<Attribute> attribute(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> Optional.of(new Attribute.Tag(tag));
      case Action.RemoveTag(var tag) -> Optional.of(new Attribute.Tag(tag));
      case Action.SetField(var field, _) -> Optional.of(new Attribute.Field(field));
      case Action.ClearField(var field) -> Optional.of(new Attribute.Field(field));
      case Action.MoveTo(var stage) -> Optional.of(new Attribute.Stage(stage.pipeline()));
      case Action.MarkDeal(var pipeline, _) -> Optional.of(new Attribute.Status(pipeline));
      case Action.ValueDeal _, Action.CreateTask _, Action.AddNote _ -> Optional.empty();
      case Action.Assign _, Action.Notify _, Action.CallWebhook _ -> Optional.empty();
      case Action.StartAutomation _, Action.StopAutomation _ -> Optional.empty();
      case Action.CompleteTasks _ -> Optional.empty();
    };
  }

  /// What the promise is about.
  static Attribute attribute(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> new Attribute.Stage(stage.pipeline());
      case Leaves.Tagged(var tag) -> new Attribute.Tag(tag);
      case Leaves.NotTagged(var tag) -> new Attribute.Tag(tag);
      case Leaves.FieldSet(var field, _) -> new Attribute.Field(field);
      case Leaves.DealMarked(var pipeline, _) -> new Attribute.Status(pipeline);
    };
  }
}
