package dev.interlock.handbook.words;

import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Saying;
import dev.interlock.contract.model.StageRef;
import java.util.Optional;
import java.util.Set;

/// Events as clauses that follow "when": `they book an appointment in “Consultation”`. The contact
/// is "they".
public final class EventWords {
  private EventWords() {}

  /// The clause after "when".
  public static String clause(EventPattern event) {
    return switch (event) {
      case EventPattern.Either(var patterns) ->
          Phrases.or(patterns.stream().map(EventWords::clause).toList());
      case EventPattern.ContactEvent(var change) -> contact(change);
      case EventPattern.TagEvent(var change, var tag) ->
          "the tag " + Phrases.quoted(tag) + tagChange(change);
      case EventPattern.MessageReceived(var channels, var saying) -> received(channels, saying);
      case EventPattern.CallMissed _ -> "they call and nobody picks up";
      case EventPattern.MessageOutcome(var delivery, var channels) -> outcome(delivery, channels);
      case EventPattern.ConsentEvent(var change, var channels) -> consent(change, channels);
      case EventPattern.AppointmentEvent(var change, var calendar) -> appointment(change, calendar);
      case EventPattern.DealEvent(var change, var pipeline) -> deal(change, pipeline);
      case EventPattern.StageEntered(StageRef stage) ->
          "they reach the stage " + DealWords.stage(stage);
      case EventPattern.TaskEvent(var change) -> task(change);
      case EventPattern.NoteAdded _ -> "somebody writes a note about them";
      case EventPattern.MoneyEvent(var change) -> money(change);
      case EventPattern.FormSubmitted(var form) ->
          "they submit " + form.map(name -> "the form " + Phrases.quoted(name)).orElse("a form");
      case EventPattern.DateReached(var field, var shift) ->
          "the day has come: " + TimeWords.dateReached(field, shift);
      case EventPattern.Scheduled(var recurrence) ->
          "the clock says so: " + TimeWords.recurrence(recurrence);
      case EventPattern.StartedByHand _ -> "somebody starts it by hand";
      case EventPattern.StartedByApi _ -> "another program starts it";
      case EventPattern.Routed _ -> "another workflow sends them here";
      case EventPattern.ForeignHand(var hands, var acts) -> HandWords.clause(hands, acts);
    };
  }

  private static String contact(EventPattern.ContactChange change) {
    return switch (change) {
      case CREATED -> "they become a contact";
      case CHANGED -> "their contact record changes";
      case DELETED -> "their contact record is deleted";
      case MERGED -> "their contact record is merged into another";
    };
  }

  private static String tagChange(EventPattern.TagChange change) {
    return switch (change) {
      case ADDED -> " is added to them";
      case REMOVED -> " is taken from them";
    };
  }

  private static String received(Set<Channel> channels, Saying saying) {
    String by = channels.isEmpty() ? "" : " by " + oneOf(channels);
    return switch (saying) {
      case Saying.Anything _ -> "they write to us" + by;
      case Saying.OptOut _ -> "they ask us" + by + " to stop (STOP or a word like it)";
      case Saying.AnyOf(var phrases) ->
          "they write" + by + " " + Phrases.or(Phrases.quotedAll(phrases));
    };
  }

  private static String oneOf(Set<Channel> channels) {
    return Phrases.or(channels.stream().map(Channel::one).toList());
  }

  private static String outcome(EventPattern.Delivery delivery, Set<Channel> channels) {
    String ours = ChannelWords.oneOf(channels) + " of ours";
    return switch (delivery) {
      case SENT -> ours + " is sent to them";
      case DELIVERED -> ours + " reaches them";
      case FAILED -> ours + " cannot be delivered";
      case BOUNCED -> ours + " bounces";
      case OPENED -> "they open " + ours;
      case CLICKED -> "they click a link in " + ours;
    };
  }

  private static String consent(EventPattern.ConsentChange change, Set<Channel> channels) {
    String which = ChannelWords.allOf(channels);
    return switch (change) {
      case OPTED_OUT -> "they opt out of " + which;
      case OPTED_IN -> "they allow " + which + " again";
    };
  }

  private static String appointment(
      EventPattern.AppointmentChange change, Optional<CalendarName> calendar) {
    String in = calendar.map(name -> " in " + Phrases.quoted(name)).orElse("");
    return switch (change) {
      case BOOKED -> "they book an appointment" + in;
      case CONFIRMED -> "their appointment" + in + " is confirmed";
      case RESCHEDULED -> "their appointment" + in + " is moved to another time";
      case CANCELLED -> "their appointment" + in + " is cancelled";
      case NO_SHOW -> "they do not come to their appointment" + in;
      case SHOWED -> "they come to their appointment" + in;
    };
  }

  private static String deal(EventPattern.DealChange change, Optional<PipelineName> pipeline) {
    String in = pipeline.map(name -> " in " + Phrases.quoted(name)).orElse("");
    return switch (change) {
      case CREATED -> "an opportunity is opened for them" + in;
      case WON -> "their opportunity" + in + " is won";
      case LOST -> "their opportunity" + in + " is lost";
      case ABANDONED -> "their opportunity" + in + " is abandoned";
    };
  }

  private static String task(EventPattern.TaskChange change) {
    return switch (change) {
      case CREATED -> "a task about them is made";
      case COMPLETED -> "a task about them is done";
    };
  }

  private static String money(EventPattern.MoneyChange change) {
    return switch (change) {
      case PAYMENT_RECEIVED -> "their payment arrives";
      case INVOICE_SENT -> "an invoice is sent to them";
      case INVOICE_PAID -> "they pay an invoice";
      case INVOICE_OVERDUE -> "an invoice of theirs is overdue";
    };
  }
}
