package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Pause;
import java.util.Optional;
import java.util.stream.Stream;

/// The names that one part of the model uses.
final class NamesIn {
  private NamesIn() {}

  static Stream<Name> event(EventPattern event) {
    return switch (event) {
      case EventPattern.Either(var patterns) -> patterns.stream().flatMap(NamesIn::event);
      case EventPattern.TagEvent(_, var tag) -> one(Kind.TAG, tag);
      case EventPattern.AppointmentEvent(_, var calendar) -> perhaps(Kind.CALENDAR, calendar);
      case EventPattern.DealEvent(_, var pipeline) -> perhaps(Kind.PIPELINE, pipeline);
      case EventPattern.StageEntered(var stage) -> Stream.of(Name.of(stage));
      case EventPattern.DateReached(var field, _) -> one(Kind.FIELD, field);
      case EventPattern.ContactEvent _,
          EventPattern.MessageReceived _,
          EventPattern.CallMissed _,
          EventPattern.MessageOutcome _,
          EventPattern.ConsentEvent _,
          EventPattern.TaskEvent _,
          EventPattern.NoteAdded _,
          EventPattern.MoneyEvent _,
          EventPattern.FormSubmitted _,
          EventPattern.Scheduled _,
          EventPattern.StartedByHand _,
          EventPattern.StartedByApi _,
          EventPattern.Routed _,
          EventPattern.ForeignHand _ ->
          Stream.empty();
    };
  }

  static Stream<Name> condition(Condition condition) {
    return Guards.questions(condition).flatMap(NamesIn::question);
  }

  private static Stream<Name> question(Condition question) {
    return switch (question) {
      case Condition.HasTag(var tag) -> one(Kind.TAG, tag);
      case Condition.FieldIs(var field, _) -> one(Kind.FIELD, field);
      case Condition.StageIs(var pipeline, _, var stage) ->
          Stream.of(new Name(Kind.STAGE, pipeline.text(), stage.text()));
      case Condition.DealExists(var pipeline) -> one(Kind.PIPELINE, pipeline);
      case Condition.DealStatusIs(var pipeline, _) -> one(Kind.PIPELINE, pipeline);
      case Condition.DealValue(var pipeline, _) -> one(Kind.PIPELINE, pipeline);
      case Condition.AppointmentAhead(var calendar, _) -> perhaps(Kind.CALENDAR, calendar);
      case Condition.Inside(var contract) -> one(Kind.CONTRACT, contract);
      case Condition.RanBefore(var contract, _, var exit) ->
          exit.isEmpty()
              ? one(Kind.CONTRACT, contract)
              : Stream.of(new Name(Kind.EXIT, contract.text(), exit.get().text()));
      case Condition.LaneOccupied(var lane) -> one(Kind.LANE, lane);
      case Condition.Always _,
          Condition.HasAddress _,
          Condition.OptedOut _,
          Condition.Assigned _,
          Condition.During _,
          Condition.BusinessOpen _,
          Condition.All _,
          Condition.Any _,
          Condition.Not _ ->
          Stream.empty();
    };
  }

  static Stream<Name> action(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> one(Kind.TAG, tag);
      case Action.RemoveTag(var tag) -> one(Kind.TAG, tag);
      case Action.SetField(var field, _) -> one(Kind.FIELD, field);
      case Action.ClearField(var field) -> one(Kind.FIELD, field);
      case Action.MoveTo(var stage) -> Stream.of(Name.of(stage));
      case Action.MarkDeal(var pipeline, _) -> one(Kind.PIPELINE, pipeline);
      case Action.ValueDeal(var pipeline, _) -> one(Kind.PIPELINE, pipeline);
      case Action.CreateTask(_, _, _, var assignee) -> assignee(assignee);
      case Action.AddNote _ -> Stream.empty();
      case Action.Assign(var assignee) -> assignee(assignee);
      case Action.Notify(var whom, _) -> assignee(whom);
      case Action.CallWebhook(var url, _) -> one(Kind.SETTING, url);
      case Action.StartAutomation(var automation) -> one(Kind.AUTOMATION, automation);
      case Action.StopAutomation(var automation) -> one(Kind.AUTOMATION, automation);
      case Action.CompleteTasks _ -> Stream.empty();
    };
  }

  static Stream<Name> leaves(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> Stream.of(Name.of(stage));
      case Leaves.Tagged(var tag) -> one(Kind.TAG, tag);
      case Leaves.NotTagged(var tag) -> one(Kind.TAG, tag);
      case Leaves.FieldSet(var field, _) -> one(Kind.FIELD, field);
      case Leaves.DealMarked(var pipeline, _) -> one(Kind.PIPELINE, pipeline);
    };
  }

  static Stream<Name> assignee(Assignee assignee) {
    return switch (assignee) {
      case Assignee.Team(var team) -> one(Kind.TEAM, team);
      case Assignee.Owner _, Assignee.ContactsAssignee _ -> Stream.empty();
    };
  }

  static Stream<Name> pause(Pause pause) {
    return switch (pause) {
      case Pause.Until(var moment, _, _) -> anchor(moment.anchor());
      case Pause.For _, Pause.Into _ -> Stream.empty();
    };
  }

  static Stream<Name> deadline(Deadline deadline) {
    return switch (deadline) {
      case Deadline.At(var moment) -> anchor(moment.anchor());
      case Deadline.After _ -> Stream.empty();
    };
  }

  private static Stream<Name> anchor(Anchor anchor) {
    return switch (anchor) {
      case Anchor.AppointmentStart(var calendar) -> perhaps(Kind.CALENDAR, calendar);
      case Anchor.DateField(var field, _) -> one(Kind.FIELD, field);
    };
  }

  private static Stream<Name> one(Kind kind, Object name) {
    return Stream.of(Name.of(kind, name));
  }

  private static Stream<Name> perhaps(Kind kind, Optional<?> name) {
    return name.stream().map(said -> Name.of(kind, said));
  }
}
