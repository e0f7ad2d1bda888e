package dev.interlock.engine.json;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.SettingName;
import dev.interlock.contract.model.TagName;
import java.math.BigDecimal;
import java.time.Duration;

/// How actions are written down.
final class ActionForm {
  private ActionForm() {}

  static Out write(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> Out.is("add-tag").name("tag", tag);
      case Action.RemoveTag(var tag) -> Out.is("remove-tag").name("tag", tag);
      case Action.SetField(var field, var value) ->
          Out.is("set-field").name("field", field).text("value", value);
      case Action.ClearField(var field) -> Out.is("clear-field").name("field", field);
      case Action.MoveTo(var stage) -> LeavesForm.stage(Out.is("move"), stage);
      case Action.MarkDeal(var pipeline, var status) ->
          Out.is("mark-deal").name("pipeline", pipeline).text("status", status.name());
      case Action.ValueDeal(var pipeline, var value) ->
          Out.is("value-deal").name("pipeline", pipeline).text("value", value.toPlainString());
      case Action.CreateTask(var title, var body, var dueIn, var assignee) ->
          Out.is("task")
              .text("title", title)
              .text("body", body)
              .name("dueIn", dueIn)
              .part("assignee", AssigneeForm.write(assignee));
      case Action.AddNote(var body) -> Out.is("note").text("body", body);
      case Action.Assign(var assignee) ->
          Out.is("assign").part("assignee", AssigneeForm.write(assignee));
      case Action.Notify(var whom, var text) ->
          Out.is("notify").part("whom", AssigneeForm.write(whom)).text("text", text);
      case Action.CallWebhook(var url, var values) ->
          Out.is("webhook").name("url", url).parts("values", values, ActionForm::entry);
      case Action.StartAutomation(var automation) ->
          Out.is("start-automation").name("automation", automation);
      case Action.StopAutomation(var automation) ->
          Out.is("stop-automation").name("automation", automation);
      case Action.CompleteTasks(var titled) -> Out.is("complete-tasks").maybe("titled", titled);
    };
  }

  static Action read(In in) {
    String word = in.word();
    return switch (word) {
      case "add-tag" -> new Action.AddTag(in.name("tag", TagName::new));
      case "remove-tag" -> new Action.RemoveTag(in.name("tag", TagName::new));
      case "set-field" -> new Action.SetField(in.name("field", FieldName::new), in.text("value"));
      case "clear-field" -> new Action.ClearField(in.name("field", FieldName::new));
      case "move" -> new Action.MoveTo(LeavesForm.stage(in));
      case "mark-deal" ->
          new Action.MarkDeal(
              in.name("pipeline", PipelineName::new), in.word("status", DealStatus.class));
      case "value-deal" ->
          new Action.ValueDeal(
              in.name("pipeline", PipelineName::new), in.name("value", BigDecimal::new));
      case "task" ->
          new Action.CreateTask(
              in.text("title"),
              in.text("body"),
              in.name("dueIn", Duration::parse),
              AssigneeForm.read(in.part("assignee")));
      case "note" -> new Action.AddNote(in.text("body"));
      case "assign" -> new Action.Assign(AssigneeForm.read(in.part("assignee")));
      case "notify" -> new Action.Notify(AssigneeForm.read(in.part("whom")), in.text("text"));
      case "webhook" ->
          new Action.CallWebhook(
              in.name("url", SettingName::new), in.parts("values", ActionForm::entry));
      case "start-automation" ->
          new Action.StartAutomation(in.name("automation", AutomationName::new));
      case "stop-automation" ->
          new Action.StopAutomation(in.name("automation", AutomationName::new));
      case "complete-tasks" -> new Action.CompleteTasks(in.maybe("titled", String::valueOf));
      default -> throw In.unknown("action", word);
    };
  }

  private static Out entry(Action.CallWebhook.Entry entry) {
    return Out.plain().text("name", entry.name()).text("value", entry.value());
  }

  private static Action.CallWebhook.Entry entry(In in) {
    return new Action.CallWebhook.Entry(in.text("name"), in.text("value"));
  }
}
