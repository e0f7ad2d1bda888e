package dev.interlock.simulation.script;

import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import java.time.Duration;
import java.util.Set;

/// Reads acts from data, as [ActData] writes them.
final class ActReading {
  private final Given given;

  private ActReading(Given given) {
    this.given = given;
  }

  static Act read(Given given) {
    return new ActReading(given).act();
  }

  private Act act() {
    String word = given.text("act");
    return switch (word) {
      case "writes" -> new Act.Writes(channel(), given.text("text"));
      case "calls-and-is-missed" -> new Act.CallsAndIsMissed(given.truth("voicemail", false));
      case "opts-out" -> new Act.OptsOut(channels());
      case "opts-in" -> new Act.OptsIn(channels());
      case "books" ->
          new Act.Books(
              given.name("calendar", CalendarName::new),
              ahead(),
              given.says("by") ? by() : By.CONTACT);
      case "reschedules" -> new Act.Reschedules(ahead());
      case "cancels" -> new Act.Cancels();
      case "shows-up" -> new Act.ShowsUp();
      case "stays-away" -> new Act.StaysAway();
      case "confirms" -> new Act.Confirms();
      case "money" ->
          new Act.Money(given.constant("change", MoneyChange.class), given.text("subject"));
      case "fills-form" -> new Act.FillsForm(given.text("form"));
      case "reports" -> new Act.Reports(contract(), given.constant("delivery", Delivery.class));
      case "record-changed" -> new Act.RecordChanged(given.constant("change", ContactChange.class));
      case "tag-changed" ->
          new Act.TagChanged(
              given.name("tag", TagName::new), given.constant("change", TagChange.class), by());
      case "field-changed" -> new Act.FieldChanged(field(), given.text("value"), by());
      case "deal-moved" ->
          new Act.DealMoved(new StageRef(pipeline(), given.name("stage", StageName::new)), by());
      case "deal-marked" ->
          new Act.DealMarked(pipeline(), given.constant("status", DealStatus.class), by());
      case "task-ticked" -> new Act.TaskTicked();
      case "note-written" -> new Act.NoteWritten();
      case "foreign-message" ->
          new Act.ForeignMessage(by(), given.nameIfAny("purpose", PurposeName::new), channel());
      case "foreign-call" -> new Act.ForeignCall(by());
      case "date-comes" -> new Act.DateComes(field());
      case "schedule-comes" -> new Act.ScheduleComes(contract());
      case "started-by-hand" -> new Act.StartedByHand(contract());
      case "started-by-api" -> new Act.StartedByApi(contract());
      case "timer-fires" -> new Act.TimerFires(contract(), occurrence());
      case "command-ends" ->
          new Act.CommandEnds(contract(), occurrence(), given.constant("answer", Answer.class));
      case "settles" -> new Act.Settles(contract(), occurrence(), given.truth("happened", false));
      case "withdraws" -> new Act.Withdraws(contract(), occurrence());
      case "heard-late" -> {
        Given what = given.part("what");
        Act late = read(what);
        what.nothingElse();
        yield new Act.HeardLate(late, given.span("late"));
      }
      case "heard-again" -> new Act.HeardAgain(given.ordinal("back"));
      case "goes-live" -> new Act.GoesLive();
      case "passes" -> new Act.Passes();
      default -> {
        if (given.says("act")) {
          given.complain("act", "there is no act '" + word + "'");
        }
        yield new Act.Passes();
      }
    };
  }

  private Channel channel() {
    return given.constant("channel", Channel.class);
  }

  private Set<Channel> channels() {
    return given.constants("channels", Channel.class);
  }

  private Duration ahead() {
    return given.span("ahead");
  }

  private ContractId contract() {
    return given.name("contract", ContractId::new);
  }

  private int occurrence() {
    return given.ordinal("occurrence");
  }

  private FieldName field() {
    return given.name("field", FieldName::new);
  }

  private PipelineName pipeline() {
    return given.name("pipeline", PipelineName::new);
  }

  private By by() {
    if (given.isObject("by")) {
      Given automation = given.part("by");
      By named = new By.Automation(automation.name("automation", AutomationName::new));
      automation.nothingElse();
      return named;
    }
    return switch (given.constant("by", Somebody.class)) {
      case CONTACT -> By.CONTACT;
      case STAFF -> By.STAFF;
      case OTHER_APP -> By.OTHER_APP;
    };
  }

  /// Those who need no name.
  private enum Somebody {
    CONTACT,
    STAFF,
    OTHER_APP
  }
}
