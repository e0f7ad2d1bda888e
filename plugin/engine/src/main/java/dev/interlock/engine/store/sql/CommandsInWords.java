package dev.interlock.engine.store.sql;

import dev.interlock.contract.model.Leaves;
import dev.interlock.core.ActionsInWords;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Outcome;
import dev.interlock.crm.Deed;
import dev.interlock.engine.json.StoredForm;
import java.util.Locale;

/// What commands do and what came of them, in words for people.
final class CommandsInWords {
  private CommandsInWords() {}

  /// Without personal data.
  static String what(Command.Doing doing) {
    return switch (doing) {
      case Command.Say(var message, _) -> "Sends a " + message.channel().one();
      case Command.Perform(var action) -> ActionsInWords.words(action);
      case Command.Ensure(var leaves) -> "Makes sure of " + promised(leaves);
      case Command.Tell(var whom, _) -> "Tells " + ActionsInWords.words(whom);
      case Command.TickOff(var tasks) -> "Ticks off " + tasks.size() + " tasks";
      case Command.ReadBack _ -> "Reads the contact back";
    };
  }

  private static String promised(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> "the stage " + stage;
      case Leaves.Tagged(var tag) -> "the tag " + tag;
      case Leaves.NotTagged(var tag) -> "there being no tag " + tag;
      case Leaves.FieldSet(var field, _) -> "the field " + field;
      case Leaves.DealMarked(var pipeline, var status) ->
          "the deal in " + pipeline + " being " + status.name().toLowerCase(Locale.ROOT);
    };
  }

  /// What somebody was told, word for word; empty when nobody was told anything.
  static String told(Deed deed) {
    return switch (deed) {
      case Deed.SendSms(var text) -> text;
      case Deed.SendEmail(var subject, var html) -> subject + "\n\n" + html;
      case Deed.CreateTask(var title, var body, _, _, _) -> (title + "\n\n" + body).strip();
      case Deed.AddNote(var body, _) -> body;
      case Deed.Notify(_, var text, _, _) -> text;
      case Deed.SetField(_, var value) -> value;
      case Deed.AddTag _, Deed.RemoveTag _, Deed.ClearField _, Deed.MoveDeal _ -> "";
      case Deed.MarkDeal _, Deed.ValueDeal _, Deed.CompleteTasks _, Deed.Assign _ -> "";
      case Deed.StartAutomation _, Deed.StopAutomation _ -> "";
    };
  }

  static String outcome(String written) {
    return StoredForm.outcome(written).map(CommandsInWords::words).orElse("The contact was read");
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "Done";
      case Outcome.AlreadySo _ -> "It was so already";
      case Outcome.Refused(_, var reason) -> "Refused: " + reason;
      case Outcome.Blocked(var reason) -> "Not sent: " + reason;
      case Outcome.Postponed(_, var reason, _) -> "Put off: " + reason;
      case Outcome.InDoubt(var reason) -> "In doubt: " + reason;
      case Outcome.ReadBack _ -> "The contact was read";
      case Outcome.ContactGone _ -> "The contact is gone";
    };
  }
}
