package dev.interlock.core;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Assignee;
import java.util.Locale;

/// What an action does, for a journal: in words, without personal data.
public final class ActionsInWords {
  private ActionsInWords() {}

  /// A clause such as `Adds the tag cold`.
  public static String words(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> "Adds the tag " + tag;
      case Action.RemoveTag(var tag) -> "Takes the tag " + tag + " away";
      case Action.SetField(var field, _) -> "Sets the field " + field;
      case Action.ClearField(var field) -> "Empties the field " + field;
      case Action.MoveTo(var stage) -> "Moves the deal to " + stage;
      case Action.MarkDeal(var pipeline, var status) ->
          "Marks the deal in " + pipeline + " as " + status.name().toLowerCase(Locale.ROOT);
      case Action.ValueDeal(var pipeline, var value) ->
          "Values the deal in " + pipeline + " at " + value.toPlainString();
      case Action.CreateTask(var title, _, _, var whom) ->
          "Makes the task \"" + title + "\" for " + words(whom);
      case Action.AddNote _ -> "Writes a note";
      case Action.Assign(var whom) -> "Assigns the contact to " + words(whom);
      case Action.Notify(var whom, _) -> "Tells " + words(whom);
      case Action.CallWebhook(var url, _) -> "Calls the address in setting " + url;
      case Action.StartAutomation(var automation) -> "Starts the CRM's automation " + automation;
      case Action.StopAutomation(var automation) -> "Stops the CRM's automation " + automation;
      case Action.CompleteTasks _ -> "Ticks off the tasks of this run";
    };
  }

  /// As in `tells Front desk`.
  public static String words(Assignee whom) {
    return switch (whom) {
      case Assignee.Team(var team) -> team.text();
      case Assignee.Owner() -> "the owner";
      case Assignee.ContactsAssignee() -> "whoever looks after the contact";
    };
  }
}
