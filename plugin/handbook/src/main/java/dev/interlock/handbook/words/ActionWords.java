package dev.interlock.handbook.words;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.StageRef;

/// Actions as orders: `Add the tag “cold”`. Texts keep their placeholders, unbraced: see
/// [Template].
public final class ActionWords {
  private ActionWords() {}

  /// What is done, with names and texts.
  public static String order(Action action) {
    return order(action, AssigneeWords.OWNER);
  }

  /// The same, where it is known what the owner is called.
  public static String order(Action action, String owner) {
    return switch (action) {
      case Action.AddTag(var tag) -> "Add the tag " + Phrases.quoted(tag);
      case Action.RemoveTag(var tag) -> "Take away the tag " + Phrases.quoted(tag);
      case Action.SetField(var field, var value) ->
          "Write " + text(value) + " into the field " + Phrases.quoted(field);
      case Action.ClearField(var field) -> "Empty the field " + Phrases.quoted(field);
      case Action.MoveTo(StageRef stage) -> "Move their opportunity to " + DealWords.stage(stage);
      case Action.MarkDeal(var pipeline, var status) ->
          "Mark their opportunity in "
              + Phrases.quoted(pipeline)
              + " as "
              + DealWords.status(status);
      case Action.ValueDeal(var pipeline, var value) ->
          "Value their opportunity in "
              + Phrases.quoted(pipeline)
              + " at "
              + FieldWords.number(value);
      case Action.CreateTask task -> task(task, owner);
      case Action.AddNote(var body) -> "Write a note: " + text(body);
      case Action.Assign(var assignee) -> "Assign them to " + AssigneeWords.who(assignee, owner);
      case Action.Notify(var whom, var words) ->
          "Tell " + AssigneeWords.who(whom, owner) + ": " + text(words);
      case Action.CallWebhook call -> webhook(call);
      case Action.StartAutomation(var automation) ->
          "Start the CRM's automation " + Phrases.quoted(automation);
      case Action.StopAutomation(var automation) ->
          "Stop the CRM's automation " + Phrases.quoted(automation);
      case Action.CompleteTasks(var titled) ->
          titled
              .map(title -> "Tick off the tasks " + text(title) + " that this run made")
              .orElse("Tick off the tasks that this run made");
    };
  }

  /// The same in a few words, for a box of a diagram.
  public static String brief(Action action) {
    return switch (action) {
      case Action.MoveTo(StageRef stage) -> "Move to " + Phrases.quoted(stage.stage());
      case Action.CreateTask task -> Template.plain(task.title());
      case Action.AddNote _ -> "Write a note";
      case Action.Notify(var whom, _) -> "Tell " + AssigneeWords.who(whom);
      case Action.CallWebhook(var url, _) -> "Send data to " + Phrases.quoted(url);
      case Action.SetField(var field, _) -> "Fill in " + Phrases.quoted(field);
      case Action.MarkDeal(_, var status) -> "Mark as " + DealWords.status(status);
      case Action.ValueDeal(_, var value) -> "Value at " + FieldWords.number(value);
      case Action.StartAutomation(var automation) -> "Start " + Phrases.quoted(automation);
      case Action.StopAutomation(var automation) -> "Stop " + Phrases.quoted(automation);
      case Action.AddTag _, Action.RemoveTag _, Action.ClearField _ -> order(action);
      case Action.Assign _, Action.CompleteTasks _ -> order(action);
    };
  }

  /// What sort of thing is done, in one or two words.
  public static String sort(Action action) {
    return switch (action) {
      case Action.AddTag _, Action.RemoveTag _ -> "Tag";
      case Action.SetField _, Action.ClearField _ -> "Field";
      case Action.MoveTo _ -> "Stage";
      case Action.MarkDeal _, Action.ValueDeal _ -> "Opportunity";
      case Action.CreateTask _, Action.CompleteTasks _ -> "Task";
      case Action.AddNote _ -> "Note";
      case Action.Assign _ -> "Assignment";
      case Action.Notify _ -> "Notification";
      case Action.CallWebhook _ -> "Other system";
      case Action.StartAutomation _, Action.StopAutomation _ -> "CRM automation";
    };
  }

  private static String task(Action.CreateTask task, String owner) {
    String body = task.body().isBlank() ? "" : " (" + Template.plain(task.body()) + ")";
    return "Make a task for "
        + AssigneeWords.who(task.assignee(), owner)
        + ", due within "
        + DurationWords.span(task.dueIn())
        + ": "
        + text(task.title())
        + body;
  }

  private static String webhook(Action.CallWebhook call) {
    String what =
        call.values().isEmpty()
            ? "Call"
            : "Send "
                + Phrases.and(
                    call.values().stream()
                        .map(entry -> Phrases.quoted(entry.name()) + " = " + text(entry.value()))
                        .toList())
                + " to";
    return what + " the address in the setting " + Phrases.quoted(call.url());
  }

  private static String text(String template) {
    return Phrases.quoted(Template.plain(template));
  }
}
