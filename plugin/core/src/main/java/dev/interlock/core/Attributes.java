package dev.interlock.core;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.TagName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which attributes of a contact are read and written, under keys such as `tag cold`.
public final class Attributes {
  /// How keys of stages begin; the pipeline's name follows.
  static final String STAGE = "stage ";

  private Attributes() {}

  /// What the condition reads of the contact.
  public static Set<String> readBy(Condition condition) {
    return switch (condition) {
      case Condition.HasTag(var tag) -> Set.of(key(tag));
      case Condition.FieldIs(var field, _) -> Set.of(key(field));
      case Condition.StageIs(var pipeline, _, _) -> Set.of(stageKey(pipeline));
      case Condition.DealExists(var pipeline) -> Set.of(stageKey(pipeline));
      case Condition.DealStatusIs(var pipeline, _) -> Set.of(statusKey(pipeline));
      case Condition.DealValue(var pipeline, _) -> Set.of(valueKey(pipeline));
      case Condition.Assigned() -> Set.of("assignee");
      case Condition.HasAddress(var channel) -> Set.of("address " + channel.name());
      case Condition.OptedOut(var channel) -> Set.of("consent " + channel.name());
      case Condition.AppointmentAhead _ -> Set.of("appointment");
      case Condition.All(var parts) -> readByAll(parts);
      case Condition.Any(var parts) -> readByAll(parts);
      case Condition.Not(var part) -> readBy(part);
      case Condition.Always _, Condition.Inside _, Condition.RanBefore _ -> Set.of();
      case Condition.LaneOccupied _, Condition.During _, Condition.BusinessOpen _ -> Set.of();
    };
  }

  private static Set<String> readByAll(List<Condition> parts) {
    return parts.stream()
        .map(Attributes::readBy)
        .flatMap(Collection::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What the action writes of the contact, if anything.
  public static Optional<String> writtenBy(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> Optional.of(key(tag));
      case Action.RemoveTag(var tag) -> Optional.of(key(tag));
      case Action.SetField(var field, _) -> Optional.of(key(field));
      case Action.ClearField(var field) -> Optional.of(key(field));
      case Action.MoveTo(var stage) -> Optional.of(stageKey(stage.pipeline()));
      case Action.MarkDeal(var pipeline, _) -> Optional.of(statusKey(pipeline));
      case Action.ValueDeal(var pipeline, _) -> Optional.of(valueKey(pipeline));
      case Action.Assign _ -> Optional.of("assignee");
      case Action.CreateTask _, Action.AddNote _, Action.Notify _ -> Optional.empty();
      case Action.CallWebhook _, Action.StartAutomation _ -> Optional.empty();
      case Action.StopAutomation _, Action.CompleteTasks _ -> Optional.empty();
    };
  }

  /// What keeping the promise writes of the contact.
  public static String writtenBy(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> stageKey(stage.pipeline());
      case Leaves.Tagged(var tag) -> key(tag);
      case Leaves.NotTagged(var tag) -> key(tag);
      case Leaves.FieldSet(var field, _) -> key(field);
      case Leaves.DealMarked(var pipeline, _) -> statusKey(pipeline);
    };
  }

  private static String key(TagName tag) {
    return "tag " + tag;
  }

  private static String key(FieldName field) {
    return "field " + field;
  }

  private static String stageKey(PipelineName pipeline) {
    return STAGE + pipeline;
  }

  private static String statusKey(PipelineName pipeline) {
    return "status " + pipeline;
  }

  private static String valueKey(PipelineName pipeline) {
    return "value " + pipeline;
  }
}
