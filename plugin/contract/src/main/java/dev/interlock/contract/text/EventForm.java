package dev.interlock.contract.text;

import static dev.interlock.contract.text.EventWords.change;

import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DateShift;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.EventPattern.TaskChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Saying;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import java.util.Set;

/// Event patterns as text.
final class EventForm {
  private EventForm() {}

  static Node.Group write(EventPattern event) {
    return switch (event) {
      case EventPattern.Either(var patterns) ->
          Writing.group("either").with(patterns, EventForm::write).done();
      case EventPattern.ContactEvent(var change) ->
          Writing.group("contact").value(change(change)).done();
      case EventPattern.TagEvent(var change, var tag) ->
          Writing.group("tag").value(change(change)).text(tag.text()).done();
      case EventPattern.MessageReceived(var channels, var saying) ->
          Writing.group("message-received").with(write(saying)).with(by(channels)).done();
      case EventPattern.CallMissed() -> Writing.group("call-missed").done();
      case EventPattern.MessageOutcome(var delivery, var channels) ->
          Writing.group("message").value(change(delivery)).with(by(channels)).done();
      case EventPattern.ConsentEvent(var change, var channels) ->
          Writing.group("consent").value(change(change)).with(by(channels)).done();
      case EventPattern.AppointmentEvent(var change, var calendar) ->
          Writing.group("appointment").value(change(change)).ifSaid("in", calendar).done();
      case EventPattern.DealEvent(var change, var pipeline) ->
          Writing.group("deal").value(change(change)).ifSaid("in", pipeline).done();
      case EventPattern.StageEntered(StageRef(var pipeline, var stage)) ->
          Writing.group("stage-entered").text(pipeline.text()).text(stage.text()).done();
      case EventPattern.TaskEvent(var change) -> Writing.group("task").value(change(change)).done();
      case EventPattern.NoteAdded() -> Writing.group("note-added").done();
      case EventPattern.MoneyEvent(var change) ->
          Writing.group("money").value(change(change)).done();
      case EventPattern.FormSubmitted(var form) ->
          Writing.group("form-submitted").text(form).done();
      case EventPattern.DateReached(var field, DateShift(var days, var at, var yearly)) ->
          Writing.group("date-reached")
              .text(field.text())
              .number(days)
              .time(at)
              .value(yearly ? "yearly" : "once")
              .done();
      case EventPattern.Scheduled(var recurrence) ->
          Writing.group("scheduled").with(TimeForm.write(recurrence)).done();
      case EventPattern.StartedByHand() -> Writing.group("started-by-hand").done();
      case EventPattern.StartedByApi() -> Writing.group("started-by-api").done();
      case EventPattern.Routed() -> Writing.group("routed").done();
      case EventPattern.ForeignHand(var hands, var acts) ->
          Writing.group("foreign-hand")
              .with(Writing.group("of").values(hands, EventWords::hand).done())
              .with(Writing.group("acts").values(acts, EventWords::act).done())
              .done();
    };
  }

  static EventPattern read(Node.Group group) {
    return Reading.of(group, EventForm::event);
  }

  private static EventPattern event(Reading parts) {
    return switch (parts.word()) {
      case "either" -> new EventPattern.Either(parts.groups(EventForm::read));
      case "contact" ->
          new EventPattern.ContactEvent(parts.one(ContactChange.values(), EventWords::change));
      case "tag" ->
          new EventPattern.TagEvent(
              parts.one(TagChange.values(), EventWords::change), new TagName(parts.text()));
      case "message-received" -> {
        Saying saying = parts.group(EventForm::readSaying);
        yield new EventPattern.MessageReceived(readBy(parts), saying);
      }
      case "call-missed" -> new EventPattern.CallMissed();
      case "message" ->
          new EventPattern.MessageOutcome(
              parts.one(Delivery.values(), EventWords::change), readBy(parts));
      case "consent" ->
          new EventPattern.ConsentEvent(
              parts.one(ConsentChange.values(), EventWords::change), readBy(parts));
      case "appointment" ->
          new EventPattern.AppointmentEvent(
              parts.one(AppointmentChange.values(), EventWords::change),
              parts.groupIfAny("in", Reading::text).map(CalendarName::new));
      case "deal" ->
          new EventPattern.DealEvent(
              parts.one(DealChange.values(), EventWords::change),
              parts.groupIfAny("in", Reading::text).map(PipelineName::new));
      case "stage-entered" ->
          new EventPattern.StageEntered(
              new StageRef(new PipelineName(parts.text()), new StageName(parts.text())));
      case "task" -> new EventPattern.TaskEvent(parts.one(TaskChange.values(), EventWords::change));
      case "note-added" -> new EventPattern.NoteAdded();
      case "money" ->
          new EventPattern.MoneyEvent(parts.one(MoneyChange.values(), EventWords::change));
      case "form-submitted" -> new EventPattern.FormSubmitted(parts.textIfAny());
      case "date-reached" ->
          new EventPattern.DateReached(
              new FieldName(parts.text()),
              new DateShift(parts.number(), parts.time(), parts.isFirst("yearly", "once")));
      case "scheduled" -> new EventPattern.Scheduled(parts.group(TimeForm::readRecurrence));
      case "started-by-hand" -> new EventPattern.StartedByHand();
      case "started-by-api" -> new EventPattern.StartedByApi();
      case "routed" -> new EventPattern.Routed();
      case "foreign-hand" ->
          new EventPattern.ForeignHand(
              parts.group("of", of -> of.values(Hand.values(), EventWords::hand)),
              parts.group("acts", acts -> acts.values(HandAct.values(), EventWords::act)));
      default -> throw parts.unknown("an event");
    };
  }

  private static Node.Group write(Saying saying) {
    return switch (saying) {
      case Saying.Anything() -> Writing.group("anything").done();
      case Saying.OptOut() -> Writing.group("opt-out").done();
      case Saying.AnyOf(var phrases) -> Writing.group("any-of").texts(phrases).done();
    };
  }

  private static Saying readSaying(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "anything" -> new Saying.Anything();
              case "opt-out" -> new Saying.OptOut();
              case "any-of" -> new Saying.AnyOf(parts.textSet(text -> text));
              default -> throw parts.unknown("what a message says");
            });
  }

  private static Node.Group by(Set<Channel> channels) {
    return Writing.group("by").values(channels, ConditionForm::channel).done();
  }

  private static Set<Channel> readBy(Reading parts) {
    return parts.group("by", by -> by.values(Channel.values(), ConditionForm::channel));
  }
}
