package dev.interlock.engine.json;

import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Deed;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/// How deeds are written down. Of a pipeline is kept what a move is judged by: the order of the
/// stages and their lawful returns.
final class DeedForm {
  private DeedForm() {}

  static Out write(Deed deed) {
    return switch (deed) {
      case Deed.SendSms(var text) -> Out.is("sms").text("text", text);
      case Deed.SendEmail(var subject, var html) ->
          Out.is("email").text("subject", subject).text("html", html);
      case Deed.AddTag(var tag) -> Out.is("add-tag").name("tag", tag);
      case Deed.RemoveTag(var tag) -> Out.is("remove-tag").name("tag", tag);
      case Deed.SetField(var field, var value) ->
          Out.is("set-field").name("field", field).text("value", value);
      case Deed.ClearField(var field) -> Out.is("clear-field").name("field", field);
      case Deed.MoveDeal(var pipeline, var to, var dealName, var deal) ->
          Out.is("move")
              .name("pipeline", pipeline.name())
              .parts("stages", pipeline.stages(), DeedForm::stage)
              .name("to", to)
              .text("dealName", dealName)
              .maybe("deal", deal);
      case Deed.MarkDeal(var pipeline, var status, var deal) ->
          Out.is("mark-deal")
              .name("pipeline", pipeline)
              .text("status", status.name())
              .maybe("deal", deal);
      case Deed.ValueDeal(var pipeline, var value, var deal) ->
          Out.is("value-deal")
              .name("pipeline", pipeline)
              .text("value", value.toPlainString())
              .maybe("deal", deal);
      case Deed.CreateTask(var title, var body, var due, var user, var mark) ->
          Out.is("task")
              .text("title", title)
              .text("body", body)
              .time("due", due)
              .maybe("user", user)
              .text("mark", mark);
      case Deed.CompleteTasks(var tasks) -> Out.is("complete-tasks").names("tasks", tasks);
      case Deed.AddNote(var body, var mark) -> Out.is("note").text("body", body).text("mark", mark);
      case Deed.Assign(var user) -> Out.is("assign").text("user", user);
      case Deed.Notify(var user, var text, var due, var mark) ->
          Out.is("notify")
              .text("user", user)
              .text("text", text)
              .time("due", due)
              .text("mark", mark);
      case Deed.StartAutomation(var automation) ->
          Out.is("start-automation").name("automation", automation);
      case Deed.StopAutomation(var automation) ->
          Out.is("stop-automation").name("automation", automation);
    };
  }

  static Deed read(In in) {
    String word = in.word();
    return switch (word) {
      case "sms" -> new Deed.SendSms(in.text("text"));
      case "email" -> new Deed.SendEmail(in.text("subject"), in.text("html"));
      case "add-tag" -> new Deed.AddTag(in.name("tag", TagName::new));
      case "remove-tag" -> new Deed.RemoveTag(in.name("tag", TagName::new));
      case "set-field" -> new Deed.SetField(in.name("field", FieldName::new), in.text("value"));
      case "clear-field" -> new Deed.ClearField(in.name("field", FieldName::new));
      case "move" ->
          new Deed.MoveDeal(
              pipeline(in), in.name("to", StageName::new), in.text("dealName"), deal(in));
      case "mark-deal" ->
          new Deed.MarkDeal(
              in.name("pipeline", PipelineName::new),
              in.word("status", DealStatus.class),
              deal(in));
      case "value-deal" ->
          new Deed.ValueDeal(
              in.name("pipeline", PipelineName::new), in.name("value", BigDecimal::new), deal(in));
      case "task" ->
          new Deed.CreateTask(
              in.text("title"),
              in.text("body"),
              in.time("due"),
              in.maybe("user", String::valueOf),
              in.text("mark"));
      case "complete-tasks" -> new Deed.CompleteTasks(in.names("tasks", String::valueOf));
      case "note" -> new Deed.AddNote(in.text("body"), in.text("mark"));
      case "assign" -> new Deed.Assign(in.text("user"));
      case "notify" ->
          new Deed.Notify(in.text("user"), in.text("text"), in.time("due"), in.text("mark"));
      case "start-automation" ->
          new Deed.StartAutomation(in.name("automation", AutomationName::new));
      case "stop-automation" -> new Deed.StopAutomation(in.name("automation", AutomationName::new));
      default -> throw In.unknown("deed", word);
    };
  }

  private static Optional<DealId> deal(In in) {
    return in.maybe("deal", DealId::new);
  }

  private static Out stage(Pipeline.Stage stage) {
    return Out.plain().name("name", stage.name()).names("returns", stage.lawfulReturns());
  }

  private static Pipeline pipeline(In in) {
    return new Pipeline(
        in.name("pipeline", PipelineName::new),
        in.parts("stages", DeedForm::stage),
        Position.unknown());
  }

  private static Pipeline.Stage stage(In in) {
    return new Pipeline.Stage(
        in.name("name", StageName::new),
        Optional.empty(),
        Optional.empty(),
        Set.copyOf(in.names("returns", StageName::new)),
        "",
        Set.of(),
        false,
        Position.unknown());
  }
}
