package dev.interlock.engine.json;

import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Command.Doing;

/// How commands are written down.
final class DoingForm {
  private DoingForm() {}

  static Out write(Doing doing) {
    return switch (doing) {
      case Command.Say(var message, var purpose) ->
          Out.is("say").part("message", message(message)).name("purpose", purpose);
      case Command.Perform(var action) ->
          Out.is("perform").part("action", ActionForm.write(action));
      case Command.Ensure(var leaves) -> Out.is("ensure").part("leaves", LeavesForm.write(leaves));
      case Command.Tell(var whom, var text) ->
          Out.is("tell").part("whom", AssigneeForm.write(whom)).text("text", text);
      case Command.TickOff(var tasks) -> Out.is("tick-off").names("tasks", tasks);
      case Command.ReadBack(var exit, var promises) ->
          Out.is("read-back").name("exit", exit).parts("promises", promises, LeavesForm::write);
    };
  }

  static Doing read(In in) {
    String word = in.word();
    return switch (word) {
      case "say" ->
          new Command.Say(message(in.part("message")), in.name("purpose", PurposeName::new));
      case "perform" -> new Command.Perform(ActionForm.read(in.part("action")));
      case "ensure" -> new Command.Ensure(LeavesForm.read(in.part("leaves")));
      case "tell" -> new Command.Tell(AssigneeForm.read(in.part("whom")), in.text("text"));
      case "tick-off" -> new Command.TickOff(in.names("tasks", String::valueOf));
      case "read-back" ->
          new Command.ReadBack(
              in.name("exit", ExitName::new), in.parts("promises", LeavesForm::read));
      default -> throw In.unknown("command", word);
    };
  }

  private static Out message(Message message) {
    return switch (message) {
      case Message.Sms(var body) -> Out.is("sms").text("body", body);
      case Message.Email(var subject, var body) ->
          Out.is("email").text("subject", subject).text("body", body);
    };
  }

  private static Message message(In in) {
    String word = in.word();
    return switch (word) {
      case "sms" -> new Message.Sms(in.text("body"));
      case "email" -> new Message.Email(in.text("subject"), in.text("body"));
      default -> throw In.unknown("message", word);
    };
  }
}
