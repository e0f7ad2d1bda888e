package dev.interlock.contract.text;

import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.TaskLeft;
import dev.interlock.contract.model.TeamName;
import java.util.List;

/// Exits as text: what they leave, whom they tell, and what comes after.
final class ExitForm {
  private ExitForm() {}

  static Node.Group write(Exit exit) {
    Writing written =
        Writing.line("exit", exit.position())
            .text(exit.name().text())
            .value(kind(exit.kind()))
            .unlessEmpty("means", exit.meaning());
    if (!exit.leaves().isEmpty()) {
      written.with(Writing.group("leaves").with(exit.leaves(), ExitForm::write).done());
    }
    if (!exit.tasks().isEmpty()) {
      written.with(Writing.group("tasks").with(exit.tasks(), ExitForm::write).done());
    }
    if (!exit.notifies().isEmpty()) {
      written.with(Writing.group("notifies").with(exit.notifies(), ExitForm::write).done());
    }
    return written.with(write(exit.continuation())).done();
  }

  static Exit read(Reading parts) {
    return new Exit(
        new ExitName(parts.text()),
        parts.one(ExitKind.values(), ExitForm::kind),
        parts.textIn("means"),
        parts.groupIfAny("leaves", all -> all.groups(ExitForm::readLeaves)).orElse(List.of()),
        parts.groupIfAny("tasks", all -> all.groups(ExitForm::readTask)).orElse(List.of()),
        parts.groupIfAny("notifies", all -> all.groups(ExitForm::readAssignee)).orElse(List.of()),
        parts.group(ExitForm::readContinuation),
        parts.position());
  }

  static Node.Group write(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(StageRef(var pipeline, var stage)) ->
          Writing.group("at-stage").text(pipeline.text()).text(stage.text()).done();
      case Leaves.Tagged(var tag) -> Writing.group("tagged").text(tag.text()).done();
      case Leaves.NotTagged(var tag) -> Writing.group("not-tagged").text(tag.text()).done();
      case Leaves.FieldSet(var field, var value) ->
          Writing.group("field").text(field.text()).text(value).done();
      case Leaves.DealMarked(var pipeline, var status) ->
          Writing.group("deal").text(pipeline.text()).value(ConditionForm.status(status)).done();
    };
  }

  private static Node.Group write(TaskLeft task) {
    return Writing.group(fate(task.fate())).text(task.title()).done();
  }

  private static TaskLeft readTask(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "kept" -> new TaskLeft(parts.text(), TaskLeft.Fate.KEPT);
              case "ticked-off" -> new TaskLeft(parts.text(), TaskLeft.Fate.TICKED_OFF);
              default -> throw parts.unknown("what becomes of a task");
            });
  }

  private static String fate(TaskLeft.Fate fate) {
    return switch (fate) {
      case KEPT -> "kept";
      case TICKED_OFF -> "ticked-off";
    };
  }

  static Leaves readLeaves(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "at-stage" ->
                  new Leaves.AtStage(
                      new StageRef(new PipelineName(parts.text()), new StageName(parts.text())));
              case "tagged" -> new Leaves.Tagged(new TagName(parts.text()));
              case "not-tagged" -> new Leaves.NotTagged(new TagName(parts.text()));
              case "field" -> new Leaves.FieldSet(new FieldName(parts.text()), parts.text());
              case "deal" ->
                  new Leaves.DealMarked(
                      new PipelineName(parts.text()),
                      parts.one(DealStatus.values(), ConditionForm::status));
              default -> throw parts.unknown("what an exit leaves");
            });
  }

  static Node.Group write(Assignee assignee) {
    return switch (assignee) {
      case Assignee.Team(var team) -> Writing.group("team").text(team.text()).done();
      case Assignee.Owner() -> Writing.group("owner").done();
      case Assignee.ContactsAssignee() -> Writing.group("contacts-assignee").done();
    };
  }

  static Assignee readAssignee(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "team" -> new Assignee.Team(new TeamName(parts.text()));
              case "owner" -> new Assignee.Owner();
              case "contacts-assignee" -> new Assignee.ContactsAssignee();
              default -> throw parts.unknown("a person or team");
            });
  }

  private static Node.Group write(Continuation continuation) {
    return switch (continuation) {
      case Continuation.Nothing() -> Writing.group("then-nothing").done();
      case Continuation.RoutesTo(var contract, var orElse) ->
          Writing.group("routes-to").text(contract.text()).ifSaid("or-else", orElse).done();
      case Continuation.Next(var action) -> Writing.group("next").text(action).done();
    };
  }

  private static Continuation readContinuation(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "then-nothing" -> new Continuation.Nothing();
              case "routes-to" ->
                  new Continuation.RoutesTo(
                      new ContractId(parts.text()), parts.groupIfAny("or-else", Reading::text));
              case "next" -> new Continuation.Next(parts.text());
              default -> throw parts.unknown("what comes after an exit");
            });
  }

  private static String kind(ExitKind kind) {
    return switch (kind) {
      case SUCCESS -> "success";
      case DECLINED -> "declined";
      case UNRESPONSIVE -> "unresponsive";
      case HANDOVER -> "handover";
      case FAILED -> "failed";
      case DISPLACED -> "displaced";
      case WITHDRAWN -> "withdrawn";
    };
  }
}
