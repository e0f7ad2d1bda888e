package dev.interlock.engine.json;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
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
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.TagName;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/// How happenings are written down.
final class HappeningForm {
  private HappeningForm() {}

  static Out write(Happening what) {
    return switch (what) {
      case Happening.ContactHappened(var change, var into) ->
          Out.is("contact").text("change", change.name()).maybe("into", into);
      case Happening.TagHappened(var change, var tag) ->
          Out.is("tag").text("change", change.name()).name("tag", tag);
      case Happening.MessageReceived(var channel, var message, var text) ->
          Out.is("received")
              .text("channel", channel.name())
              .name("message", message)
              .text("text", text);
      case Happening.CallMissed(var call, var voicemail) ->
          Out.is("call-missed").maybe("call", call).claim("voicemail", voicemail);
      case Happening.MessageOutcome(var delivery, var channel, var message, var reason) ->
          Out.is("outcome")
              .text("delivery", delivery.name())
              .text("channel", channel.name())
              .name("message", message)
              .text("reason", reason);
      case Happening.ConsentHappened(var change, var channels) ->
          Out.is("consent").text("change", change.name()).names("channels", names(channels));
      case Happening.AppointmentHappened(var change, var appointment) ->
          Out.is("appointment")
              .text("change", change.name())
              .part("appointment", ContactForm.appointment(appointment));
      case Happening.DealHappened(var change, var deal, var pipeline) ->
          Out.is("deal")
              .text("change", change.name())
              .name("deal", deal)
              .name("pipeline", pipeline);
      case Happening.StageEntered(var deal, var stage) ->
          LeavesForm.stage(Out.is("stage").name("deal", deal), stage);
      case Happening.TaskHappened(var change, var task, var title) ->
          Out.is("task").text("change", change.name()).text("task", task).text("title", title);
      case Happening.NoteAdded(var note) -> Out.is("note").text("note", note);
      case Happening.MoneyHappened(var change, var subject) ->
          Out.is("money").text("change", change.name()).text("subject", subject);
      case Happening.FormSubmitted(var form) -> Out.is("form").text("form", form);
      case Happening.DateReached(var field, var date) ->
          Out.is("date").name("field", field).name("date", date);
      case Happening.ScheduleReached(var contract, var date) ->
          Out.is("schedule").name("contract", contract).name("date", date);
      case Happening.StartedByHand(var contract, var by) ->
          Out.is("by-hand").name("contract", contract).text("by", by);
      case Happening.StartedByApi(var contract, var by) ->
          Out.is("by-api").name("contract", contract).text("by", by);
      case Happening.Routed(var from, var exit, var contract) ->
          Out.is("routed").name("from", from).name("exit", exit).name("contract", contract);
      case Happening.ForeignHandActed(var hand, var act, var words) ->
          Out.is("foreign").text("hand", hand.name()).text("act", act.name()).text("what", words);
    };
  }

  static boolean isCommon(Happening what) {
    return switch (what) {
      case Happening.ContactHappened(_, var into) -> into.isEmpty();
      case Happening.CallMissed(var call, _) -> call.isEmpty();
      case Happening.TagHappened _, Happening.ConsentHappened _, Happening.FormSubmitted _ -> true;
      case Happening.Routed _, Happening.ForeignHandActed _ -> true;
      case Happening.MessageReceived _, Happening.MessageOutcome _, Happening.NoteAdded _ -> false;
      case Happening.AppointmentHappened _, Happening.DealHappened _ -> false;
      case Happening.StageEntered _, Happening.TaskHappened _, Happening.MoneyHappened _ -> false;
      case Happening.DateReached _, Happening.ScheduleReached _ -> false;
      case Happening.StartedByHand _, Happening.StartedByApi _ -> false;
    };
  }

  static Happening read(In in) {
    String word = in.word();
    return switch (word) {
      case "contact" ->
          new Happening.ContactHappened(
              in.word("change", ContactChange.class), in.maybe("into", ContactId::new));
      case "tag" ->
          new Happening.TagHappened(
              in.word("change", TagChange.class), in.name("tag", TagName::new));
      case "received" ->
          new Happening.MessageReceived(
              in.word("channel", Channel.class),
              in.name("message", MessageId::new),
              in.text("text"));
      case "call-missed" ->
          new Happening.CallMissed(in.maybe("call", MessageId::new), in.claim("voicemail"));
      case "outcome" ->
          new Happening.MessageOutcome(
              in.word("delivery", Delivery.class),
              in.word("channel", Channel.class),
              in.name("message", MessageId::new),
              in.text("reason"));
      case "consent" ->
          new Happening.ConsentHappened(in.word("change", ConsentChange.class), channels(in));
      case "appointment" ->
          new Happening.AppointmentHappened(
              in.word("change", AppointmentChange.class),
              ContactForm.appointment(in.part("appointment")));
      case "deal" ->
          new Happening.DealHappened(
              in.word("change", DealChange.class),
              in.name("deal", DealId::new),
              in.name("pipeline", PipelineName::new));
      case "stage" ->
          new Happening.StageEntered(in.name("deal", DealId::new), LeavesForm.stage(in));
      case "task" ->
          new Happening.TaskHappened(
              in.word("change", TaskChange.class), in.text("task"), in.text("title"));
      case "note" -> new Happening.NoteAdded(in.text("note"));
      case "money" ->
          new Happening.MoneyHappened(in.word("change", MoneyChange.class), in.text("subject"));
      case "form" -> new Happening.FormSubmitted(in.text("form"));
      case "date" ->
          new Happening.DateReached(
              in.name("field", FieldName::new), in.name("date", LocalDate::parse));
      case "schedule" ->
          new Happening.ScheduleReached(
              in.name("contract", ContractId::new), in.name("date", LocalDate::parse));
      case "by-hand" ->
          new Happening.StartedByHand(in.name("contract", ContractId::new), in.text("by"));
      case "by-api" ->
          new Happening.StartedByApi(in.name("contract", ContractId::new), in.text("by"));
      case "routed" ->
          new Happening.Routed(
              in.name("from", ContractId::new),
              in.name("exit", ExitName::new),
              in.name("contract", ContractId::new));
      case "foreign" ->
          new Happening.ForeignHandActed(
              in.word("hand", Hand.class), in.word("act", HandAct.class), in.text("what"));
      default -> throw In.unknown("happening", word);
    };
  }

  private static Set<String> names(Set<Channel> channels) {
    var names = new TreeSet<String>();
    channels.forEach(channel -> names.add(channel.name()));
    return names;
  }

  private static Set<Channel> channels(In in) {
    var channels = EnumSet.noneOf(Channel.class);
    channels.addAll(in.names("channels", Channel::valueOf));
    return channels;
  }
}
