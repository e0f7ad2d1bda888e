package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.Attributes;
import dev.interlock.core.run.Command;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A value that somebody wants an attribute to have.
///
/// @param key an attribute's, or an exclusive group's
/// @param value empty for none
record Wanted(String key, Optional<String> value) {
  /// How a tag stands that is there.
  static final Optional<String> THERE = Optional.of("there");

  /// What is then true of the contact.
  static Wanted by(Leaves leaves) {
    return new Wanted(
        Attributes.writtenBy(leaves),
        switch (leaves) {
          case Leaves.Tagged _ -> THERE;
          case Leaves.NotTagged _ -> Optional.empty();
          case Leaves.AtStage(var stage) -> Optional.of(stage.stage().text());
          case Leaves.FieldSet(_, var value) -> unlessBlank(value);
          case Leaves.DealMarked(_, var status) -> Optional.of(status.name());
        });
  }

  private static Optional<String> unlessBlank(String value) {
    return Optional.of(value).filter(text -> !text.isBlank());
  }

  /// What a command wants of a stage, a field or an exclusive group.
  static List<Wanted> exclusivelyBy(Command.Doing doing, Operation operation) {
    return switch (doing) {
      case Command.Perform(var action) -> by(action, operation);
      case Command.Ensure(Leaves.Tagged(var tag)) -> by(new Action.AddTag(tag), operation);
      case Command.Ensure(Leaves.AtStage leaves) -> List.of(by(leaves));
      case Command.Ensure(Leaves.FieldSet leaves) -> List.of(by(leaves));
      case Command.Ensure _, Command.Say _, Command.Tell _ -> List.of();
      case Command.TickOff _, Command.ReadBack _ -> List.of();
    };
  }

  private static List<Wanted> by(Action action, Operation operation) {
    return switch (action) {
      case Action.AddTag(var tag) -> groups(tag, operation).map(group -> of(group, tag)).toList();
      case Action.MoveTo(var to) -> List.of(by(new Leaves.AtStage(to)));
      case Action.SetField(var field, var value) -> List.of(by(new Leaves.FieldSet(field, value)));
      case Action.ClearField(var field) -> List.of(by(new Leaves.FieldSet(field, "")));
      case Action.RemoveTag _, Action.MarkDeal _, Action.ValueDeal _, Action.Assign _ -> List.of();
      case Action.CreateTask _, Action.AddNote _, Action.Notify _ -> List.of();
      case Action.CallWebhook _, Action.StartAutomation _ -> List.of();
      case Action.StopAutomation _, Action.CompleteTasks _ -> List.of();
    };
  }

  private static Stream<TagGroup> groups(TagName tag, Operation operation) {
    return operation.groups().stream().filter(group -> group.members().contains(tag));
  }

  private static Wanted of(TagGroup group, TagName tag) {
    return new Wanted("group " + group.name(), Optional.of(tag.text()));
  }
}
