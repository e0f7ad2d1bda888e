package dev.interlock.core;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Channel;
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

  /// The key of the user to whom the contact is assigned.
  public static final String ASSIGNEE = "assignee";

  private Attributes() {}

  /// What the condition reads of the contact.
  public static Set<String> readBy(Condition condition) {
    return switch (condition) {
      case Condition.HasTag(var tag) -> Set.of(of(tag));
      case Condition.FieldIs(var field, _) -> Set.of(of(field));
      case Condition.StageIs(var pipeline, _, _) -> Set.of(ofStage(pipeline));
      case Condition.DealExists(var pipeline) -> Set.of(ofStage(pipeline));
      case Condition.DealStatusIs(var pipeline, _) -> Set.of(ofStatus(pipeline));
      case Condition.DealValue(var pipeline, _) -> Set.of(ofValue(pipeline));
      case Condition.Assigned() -> Set.of(ASSIGNEE);
      case Condition.HasAddress(var channel) -> Set.of("address " + channel.name());
      case Condition.OptedOut(var channel) -> Set.of(ofConsent(channel));
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
      case Action.AddTag(var tag) -> Optional.of(of(tag));
      case Action.RemoveTag(var tag) -> Optional.of(of(tag));
      case Action.SetField(var field, _) -> Optional.of(of(field));
      case Action.ClearField(var field) -> Optional.of(of(field));
      case Action.MoveTo(var stage) -> Optional.of(ofStage(stage.pipeline()));
      case Action.MarkDeal(var pipeline, _) -> Optional.of(ofStatus(pipeline));
      case Action.ValueDeal(var pipeline, _) -> Optional.of(ofValue(pipeline));
      case Action.Assign _ -> Optional.of(ASSIGNEE);
      case Action.CreateTask _, Action.AddNote _, Action.Notify _ -> Optional.empty();
      case Action.CallWebhook _, Action.StartAutomation _ -> Optional.empty();
      case Action.StopAutomation _, Action.CompleteTasks _ -> Optional.empty();
    };
  }

  /// What keeping the promise writes of the contact.
  public static String writtenBy(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> ofStage(stage.pipeline());
      case Leaves.Tagged(var tag) -> of(tag);
      case Leaves.NotTagged(var tag) -> of(tag);
      case Leaves.FieldSet(var field, _) -> of(field);
      case Leaves.DealMarked(var pipeline, _) -> ofStatus(pipeline);
    };
  }

  /// The key of a tag.
  public static String of(TagName tag) {
    return "tag " + tag;
  }

  /// The key of a field.
  public static String of(FieldName field) {
    return "field " + field;
  }

  /// The key of where the deal stands.
  public static String ofStage(PipelineName pipeline) {
    return STAGE + pipeline;
  }

  /// The key of the deal's status.
  public static String ofStatus(PipelineName pipeline) {
    return "status " + pipeline;
  }

  /// The key of what the deal is worth.
  public static String ofValue(PipelineName pipeline) {
    return "value " + pipeline;
  }

  /// The key of whether the contact may be written to by the channel.
  public static String ofConsent(Channel channel) {
    return "consent " + channel.name();
  }
}
