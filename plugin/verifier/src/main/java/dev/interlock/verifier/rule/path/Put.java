package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import java.util.Locale;
import java.util.Optional;

/// A value that a step or an exit writes where another one may stand.
sealed interface Put {
  /// In words.
  String what();

  /// In words.
  String value();

  /// What the action writes, if it is one value in the place of another.
  static Optional<Put> by(Action action) {
    return switch (action) {
      case Action.MoveTo(var stage) -> Optional.of(new AtStage(stage));
      case Action.MarkDeal(var pipeline, var status) -> Optional.of(new Marked(pipeline, status));
      case Action.SetField(var field, var value) -> Optional.of(new InField(field.text(), value));
      case Action.AddTag _,
          Action.RemoveTag _,
          Action.ClearField _,
          Action.ValueDeal _,
          Action.CreateTask _,
          Action.AddNote _,
          Action.Assign _,
          Action.Notify _,
          Action.CallWebhook _,
          Action.StartAutomation _,
          Action.StopAutomation _,
          Action.CompleteTasks _ ->
          Optional.empty();
    };
  }

  /// What an exit leaves, if it is one value in the place of another.
  static Optional<Put> by(Leaves left) {
    return switch (left) {
      case Leaves.AtStage(var stage) -> Optional.of(new AtStage(stage));
      case Leaves.DealMarked(var pipeline, var status) -> Optional.of(new Marked(pipeline, status));
      case Leaves.FieldSet(var field, var value) -> Optional.of(new InField(field.text(), value));
      case Leaves.Tagged _, Leaves.NotTagged _ -> Optional.empty();
    };
  }

  /// Whether the other is written in the same place.
  default boolean isOfTheSame(Put other) {
    return what().equals(other.what());
  }

  /// Whether the other is another value in the same place.
  default boolean isOther(Put other) {
    return isOfTheSame(other) && !equals(other);
  }

  /// Whether an event of the kind is what comes of writing it.
  boolean isToldBy(EventPattern event);

  /// Whether the action shows people or programs what stands there.
  default boolean isShownBy(Action action) {
    return switch (action) {
      case Action.Notify _, Action.CallWebhook _, Action.StartAutomation _ -> true;
      case Action.AddTag _,
          Action.RemoveTag _,
          Action.SetField _,
          Action.ClearField _,
          Action.MoveTo _,
          Action.MarkDeal _,
          Action.ValueDeal _,
          Action.CreateTask _,
          Action.AddNote _,
          Action.Assign _,
          Action.StopAutomation _,
          Action.CompleteTasks _ ->
          false;
    };
  }

  record AtStage(StageRef stage) implements Put {
    @Override
    public String what() {
      return "the deal's stage in " + stage.pipeline();
    }

    @Override
    public String value() {
      return stage.stage().text();
    }

    @Override
    public boolean isToldBy(EventPattern event) {
      return event instanceof EventPattern.StageEntered(var entered) && entered.equals(stage);
    }
  }

  record Marked(PipelineName pipeline, DealStatus status) implements Put {
    @Override
    public String what() {
      return "the deal's status in " + pipeline;
    }

    @Override
    public String value() {
      return status.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isToldBy(EventPattern event) {
      return event instanceof EventPattern.DealEvent(var change, var in)
          && change != DealChange.CREATED
          && change.name().equals(status.name())
          && in.filter(named -> !named.equals(pipeline)).isEmpty();
    }
  }

  record InField(String field, String text) implements Put {
    @Override
    public String what() {
      return "the field *" + field + "*";
    }

    @Override
    public String value() {
      return text;
    }

    @Override
    public boolean isToldBy(EventPattern event) {
      return false;
    }

    // a text for people may read it
    @Override
    public boolean isShownBy(Action action) {
      return Put.super.isShownBy(action)
          || action instanceof Action.CreateTask
          || action instanceof Action.AddNote;
    }
  }
}
