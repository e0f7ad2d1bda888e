package dev.interlock.simulation.script;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.StageRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Acts as data. [ActReading] takes the parts by the same names.
final class ActData {
  private final Map<String, Object> data = new LinkedHashMap<>();

  private ActData(String word) {
    data.put("act", word);
  }

  static Map<String, Object> write(Act act) {
    return written(act).data;
  }

  /// The word for the act.
  static String word(Act act) {
    return String.valueOf(written(act).data.get("act"));
  }

  /// The word for the act, and the contract that it is about where there is one.
  static String kind(Act act) {
    if (act instanceof Act.HeardLate(var late, _)) {
      return word(act) + " " + kind(late);
    }
    Object contract = written(act).data.get("contract");
    return contract == null ? word(act) : word(act) + " " + contract;
  }

  private static ActData written(Act act) {
    return switch (act) {
      case Act.Writes(var channel, var text) ->
          new ActData("writes").with("channel", channel).with("text", text);
      case Act.CallsAndIsMissed(var voicemail) ->
          new ActData("calls-and-is-missed").with("voicemail", voicemail);
      case Act.OptsOut(var channels) -> new ActData("opts-out").with("channels", channels);
      case Act.OptsIn(var channels) -> new ActData("opts-in").with("channels", channels);
      case Act.Books(var calendar, var ahead, var by) ->
          new ActData("books").with("calendar", calendar.text()).with("ahead", ahead).with(by);
      case Act.Reschedules(var ahead) -> new ActData("reschedules").with("ahead", ahead);
      case Act.Cancels() -> new ActData("cancels");
      case Act.ShowsUp() -> new ActData("shows-up");
      case Act.StaysAway() -> new ActData("stays-away");
      case Act.Confirms() -> new ActData("confirms");
      case Act.Money(var change, var subject) ->
          new ActData("money").with("change", change).with("subject", subject);
      case Act.FillsForm(var form) -> new ActData("fills-form").with("form", form);
      case Act.Reports(var contract, var delivery) ->
          new ActData("reports").with(contract).with("delivery", delivery);
      case Act.RecordChanged(var change) -> new ActData("record-changed").with("change", change);
      case Act.TagChanged(var tag, var change, var by) ->
          new ActData("tag-changed").with("tag", tag.text()).with("change", change).with(by);
      case Act.FieldChanged(var field, var value, var by) ->
          new ActData("field-changed").with("field", field.text()).with("value", value).with(by);
      case Act.DealMoved(var to, var by) -> new ActData("deal-moved").with(to).with(by);
      case Act.DealMarked(var pipeline, var status, var by) ->
          new ActData("deal-marked")
              .with("pipeline", pipeline.text())
              .with("status", status)
              .with(by);
      case Act.TaskTicked() -> new ActData("task-ticked");
      case Act.NoteWritten() -> new ActData("note-written");
      case Act.ForeignMessage(var by, var purpose, var channel) -> {
        ActData message = new ActData("foreign-message").with(by).with("channel", channel);
        yield purpose.map(name -> message.with("purpose", name.text())).orElse(message);
      }
      case Act.ForeignCall(var by) -> new ActData("foreign-call").with(by);
      case Act.DateComes(var field) -> new ActData("date-comes").with("field", field.text());
      case Act.ScheduleComes(var contract) -> new ActData("schedule-comes").with(contract);
      case Act.StartedByHand(var contract) -> new ActData("started-by-hand").with(contract);
      case Act.StartedByApi(var contract) -> new ActData("started-by-api").with(contract);
      case Act.TimerFires(var contract, var occurrence) ->
          new ActData("timer-fires").with(contract).with(occurrence);
      case Act.CommandEnds(var contract, var occurrence, var answer) ->
          new ActData("command-ends").with(contract).with(occurrence).with("answer", answer);
      case Act.Settles(var contract, var occurrence, var happened) ->
          new ActData("settles").with(contract).with(occurrence).with("happened", happened);
      case Act.Withdraws(var contract, var occurrence) ->
          new ActData("withdraws").with(contract).with(occurrence);
      case Act.HeardLate(var late, var span) ->
          new ActData("heard-late").with("what", write(late)).with("late", span);
      case Act.HeardAgain(var back) -> new ActData("heard-again").with("back", back);
      case Act.GoesLive() -> new ActData("goes-live");
      case Act.Passes() -> new ActData("passes");
    };
  }

  private ActData with(String key, Object value) {
    data.put(key, value);
    return this;
  }

  private ActData with(String key, Enum<?> constant) {
    return with(key, (Object) Words.of(constant));
  }

  private ActData with(String key, Set<? extends Enum<?>> constants) {
    return with(key, (Object) constants.stream().map(Words::of).toList());
  }

  private ActData with(String key, Duration span) {
    return with(key, (Object) span.toString());
  }

  private ActData with(StageRef stage) {
    return with("pipeline", stage.pipeline().text()).with("stage", stage.stage().text());
  }

  private ActData with(ContractId contract) {
    return with("contract", contract.text());
  }

  private ActData with(int occurrence) {
    return with("occurrence", occurrence);
  }

  private ActData with(By by) {
    return with(
        "by",
        switch (by) {
          case By.Contact() -> "contact";
          case By.Staff() -> "staff";
          case By.OtherApp() -> "other-app";
          case By.Automation(var name) -> Map.of("automation", name.text());
        });
  }
}
