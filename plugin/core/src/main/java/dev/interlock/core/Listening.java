package dev.interlock.core;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.AppointmentEvent;
import dev.interlock.contract.model.EventPattern.CallMissed;
import dev.interlock.contract.model.EventPattern.ConsentEvent;
import dev.interlock.contract.model.EventPattern.ContactEvent;
import dev.interlock.contract.model.EventPattern.DateReached;
import dev.interlock.contract.model.EventPattern.DealEvent;
import dev.interlock.contract.model.EventPattern.Either;
import dev.interlock.contract.model.EventPattern.ForeignHand;
import dev.interlock.contract.model.EventPattern.FormSubmitted;
import dev.interlock.contract.model.EventPattern.MessageOutcome;
import dev.interlock.contract.model.EventPattern.MessageReceived;
import dev.interlock.contract.model.EventPattern.MoneyEvent;
import dev.interlock.contract.model.EventPattern.NoteAdded;
import dev.interlock.contract.model.EventPattern.Routed;
import dev.interlock.contract.model.EventPattern.Scheduled;
import dev.interlock.contract.model.EventPattern.StageEntered;
import dev.interlock.contract.model.EventPattern.StartedByApi;
import dev.interlock.contract.model.EventPattern.StartedByHand;
import dev.interlock.contract.model.EventPattern.TagEvent;
import dev.interlock.contract.model.EventPattern.TaskEvent;
import dev.interlock.core.run.Memory.Subject;
import java.util.Set;

/// Whether an event is one that a pattern listens to.
public final class Listening {
  private Listening() {}

  /// Whether a contract that starts on the pattern is meant. Being routed to or started by name
  /// always is.
  static boolean begins(EventPattern pattern, ContractId self, Happening what) {
    return switch (what) {
      case Happening.Routed(_, _, var contract) -> contract.equals(self);
      case Happening.StartedByHand(var contract, _) -> contract.equals(self);
      case Happening.StartedByApi(var contract, _) -> contract.equals(self);
      case Happening.ScheduleReached(var contract, _) -> contract.equals(self);
      case Happening _ -> matches(pattern, what);
    };
  }

  /// Whether a run about the subject is meant: what becomes of another appointment or deal than the
  /// run's own is none of its business, unless it is a new booking.
  static boolean concerns(EventPattern pattern, Subject subject, DomainEvent event) {
    return !isAboutAnother(subject, event.what()) && matches(pattern, event.what());
  }

  private static boolean isAboutAnother(Subject subject, Happening what) {
    return switch (what) {
      case Happening.AppointmentHappened(var change, var appointment) ->
          change != AppointmentChange.BOOKED
              && subject.appointment().map(own -> !own.equals(appointment.id())).orElse(false);
      case Happening.DealHappened(_, var deal, _) ->
          subject.deal().map(own -> !own.equals(deal)).orElse(false);
      case Happening.StageEntered(var deal, _) ->
          subject.deal().map(own -> !own.equals(deal)).orElse(false);
      case Happening _ -> false;
    };
  }

  /// Whether the happening is of the pattern's kind and passes its restrictions.
  public static boolean matches(EventPattern pattern, Happening what) {
    return switch (pattern) {
      case Either(var patterns) -> patterns.stream().anyMatch(one -> matches(one, what));
      case ContactEvent(var change) ->
          what instanceof Happening.ContactHappened(var happened, _) && happened == change;
      case TagEvent(var change, var tag) ->
          what instanceof Happening.TagHappened(var happened, var its)
              && happened == change
              && its.equals(tag);
      case MessageReceived(var channels, var saying) ->
          what instanceof Happening.MessageReceived(var channel, _, var text)
              && (channels.isEmpty() ? isWriting(channel) : channels.contains(channel))
              && Sayings.says(saying, text);
      case CallMissed() -> what instanceof Happening.CallMissed;
      case MessageOutcome(var delivery, var channels) ->
          what instanceof Happening.MessageOutcome(var happened, var channel, _, _)
              && happened == delivery
              && among(channels, channel);
      case ConsentEvent(var change, var channels) ->
          what instanceof Happening.ConsentHappened(var happened, var its)
              && happened == change
              && (channels.isEmpty() || its.stream().anyMatch(channels::contains));
      case AppointmentEvent(var change, var calendar) ->
          what instanceof Happening.AppointmentHappened(var happened, var appointment)
              && happened == change
              && calendar.map(appointment.calendar()::equals).orElse(true);
      case DealEvent(var change, var pipeline) ->
          what instanceof Happening.DealHappened(var happened, _, var its)
              && happened == change
              && pipeline.map(its::equals).orElse(true);
      case StageEntered(var stage) ->
          what instanceof Happening.StageEntered(_, var its) && its.equals(stage);
      case TaskEvent(var change) ->
          what instanceof Happening.TaskHappened(var happened, _, _) && happened == change;
      case NoteAdded() -> what instanceof Happening.NoteAdded;
      case MoneyEvent(var change) ->
          what instanceof Happening.MoneyHappened(var happened, _) && happened == change;
      case FormSubmitted(var form) ->
          what instanceof Happening.FormSubmitted(var its)
              && form.map(its::equalsIgnoreCase).orElse(true);
      case DateReached(var field, _) ->
          what instanceof Happening.DateReached(var its, _) && its.equals(field);
      case Scheduled _ -> what instanceof Happening.ScheduleReached;
      case StartedByHand() -> what instanceof Happening.StartedByHand;
      case StartedByApi() -> what instanceof Happening.StartedByApi;
      case Routed() -> what instanceof Happening.Routed;
      case ForeignHand(var hands, var acts) ->
          what instanceof Happening.ForeignHandActed(var hand, var act, _)
              && (hands.isEmpty() || hands.contains(hand))
              && (acts.isEmpty() || acts.contains(act));
    };
  }

  private static boolean isWriting(Channel channel) {
    return switch (channel) {
      case SMS, EMAIL, CHAT -> true;
      case CALL, VOICEMAIL -> false;
    };
  }

  private static boolean among(Set<Channel> channels, Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }
}
