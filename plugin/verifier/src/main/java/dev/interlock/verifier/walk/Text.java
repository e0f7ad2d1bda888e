package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import java.util.stream.Stream;

/// A Handlebars template of a contract and where it stands.
///
/// @param what which text of the step it is, as in: the text of *nudge*
public record Text(String template, String what, String at, Position position) {

  /// All templates of a contract.
  public static Stream<Text> in(Contract contract) {
    return StepTree.steps(contract).flatMap(Text::in);
  }

  private static Stream<Text> in(Step step) {
    return switch (step) {
      case Step.Send send -> in(send.message(), step);
      case Step.Act act -> in(act.action(), step);
      case Step.Wait _, Step.Await _, Step.Branch _, Step.Split _, Step.Repeat _, Step.Leave _ ->
          Stream.empty();
    };
  }

  private static Stream<Text> in(Message message, Step step) {
    return switch (message) {
      case Message.Sms(var body) -> Stream.of(text(body, "text", step));
      case Message.Email(var subject, var body) ->
          Stream.of(text(subject, "subject", step), text(body, "body", step));
    };
  }

  private static Stream<Text> in(Action action, Step step) {
    return switch (action) {
      case Action.SetField(_, var value) -> Stream.of(text(value, "value", step));
      case Action.CreateTask(var title, var body, _, _) ->
          Stream.of(text(title, "title", step), text(body, "text", step));
      case Action.AddNote(var body) -> Stream.of(text(body, "text", step));
      case Action.Notify(_, var words) -> Stream.of(text(words, "text", step));
      case Action.CallWebhook(_, var values) ->
          values.stream().map(entry -> text(entry.value(), "value " + entry.name(), step));
      case Action.AddTag _,
          Action.RemoveTag _,
          Action.ClearField _,
          Action.MoveTo _,
          Action.MarkDeal _,
          Action.ValueDeal _,
          Action.Assign _,
          Action.StartAutomation _,
          Action.StopAutomation _,
          Action.CompleteTasks _ ->
          Stream.empty();
    };
  }

  private static Text text(String template, String what, Step step) {
    return new Text(template, what, step.name().text(), step.position());
  }
}
