package dev.interlock.contract.text;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Action.CallWebhook.Entry;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.SettingName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;

/// Actions as text.
final class ActionForm {
  private ActionForm() {}

  static Node.Group write(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> Writing.group("add-tag").text(tag.text()).done();
      case Action.RemoveTag(var tag) -> Writing.group("remove-tag").text(tag.text()).done();
      case Action.SetField(var field, var value) ->
          Writing.group("set-field").text(field.text()).text(value).done();
      case Action.ClearField(var field) -> Writing.group("clear-field").text(field.text()).done();
      case Action.MoveTo(StageRef(var pipeline, var stage)) ->
          Writing.group("move-to").text(pipeline.text()).text(stage.text()).done();
      case Action.MarkDeal(var pipeline, var status) ->
          Writing.group("mark-deal")
              .text(pipeline.text())
              .value(ConditionForm.status(status))
              .done();
      case Action.ValueDeal(var pipeline, var value) ->
          Writing.group("value-deal").text(pipeline.text()).number(value).done();
      case Action.CreateTask(var title, var body, var dueIn, var assignee) ->
          Writing.group("create-task")
              .text(title)
              .text(body)
              .span(dueIn)
              .with(ExitForm.write(assignee))
              .done();
      case Action.AddNote(var body) -> Writing.group("add-note").text(body).done();
      case Action.Assign(var assignee) ->
          Writing.group("assign").with(ExitForm.write(assignee)).done();
      case Action.Notify(var whom, var text) ->
          Writing.group("notify").with(ExitForm.write(whom)).text(text).done();
      case Action.CallWebhook(var url, var values) ->
          Writing.group("call-webhook").text(url.text()).with(values, entry -> write(entry)).done();
      case Action.StartAutomation(var automation) ->
          Writing.group("start-automation").text(automation.text()).done();
      case Action.StopAutomation(var automation) ->
          Writing.group("stop-automation").text(automation.text()).done();
      case Action.CompleteTasks(var titled) -> Writing.group("complete-tasks").text(titled).done();
    };
  }

  static Action read(Node.Group group) {
    return Reading.of(group, ActionForm::action);
  }

  private static Action action(Reading parts) {
    return switch (parts.word()) {
      case "add-tag" -> new Action.AddTag(new TagName(parts.text()));
      case "remove-tag" -> new Action.RemoveTag(new TagName(parts.text()));
      case "set-field" -> new Action.SetField(new FieldName(parts.text()), parts.text());
      case "clear-field" -> new Action.ClearField(new FieldName(parts.text()));
      case "move-to" ->
          new Action.MoveTo(
              new StageRef(new PipelineName(parts.text()), new StageName(parts.text())));
      case "mark-deal" ->
          new Action.MarkDeal(
              new PipelineName(parts.text()),
              parts.one(DealStatus.values(), ConditionForm::status));
      case "value-deal" -> new Action.ValueDeal(new PipelineName(parts.text()), parts.decimal());
      case "create-task" ->
          new Action.CreateTask(
              parts.text(), parts.text(), parts.span(), parts.group(ExitForm::readAssignee));
      case "add-note" -> new Action.AddNote(parts.text());
      case "assign" -> new Action.Assign(parts.group(ExitForm::readAssignee));
      case "notify" -> new Action.Notify(parts.group(ExitForm::readAssignee), parts.text());
      case "call-webhook" ->
          new Action.CallWebhook(
              new SettingName(parts.text()), parts.groups("value", ActionForm::entry));
      case "start-automation" -> new Action.StartAutomation(new AutomationName(parts.text()));
      case "stop-automation" -> new Action.StopAutomation(new AutomationName(parts.text()));
      case "complete-tasks" -> new Action.CompleteTasks(parts.textIfAny());
      default -> throw parts.unknown("an action");
    };
  }

  private static Node.Group write(Entry entry) {
    return Writing.group("value").text(entry.name()).text(entry.value()).done();
  }

  private static Entry entry(Reading parts) {
    return new Entry(parts.text(), parts.text());
  }
}
