package dev.interlock.core;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import java.util.Locale;

/// What happened, for a journal: in words, without personal data.
public final class EventsInWords {
  private EventsInWords() {}

  /// A clause such as `the contact replied by text message`.
  public static String words(Happening what) {
    return switch (what) {
      case Happening.ContactHappened(var change, _) -> "the contact's record was " + lower(change);
      case Happening.TagHappened(var change, var tag) -> "tag " + tag + " was " + lower(change);
      case Happening.MessageReceived(var channel, _, var text) ->
          "the contact replied by "
              + channel.one()
              + (Sayings.isOptOut(text) ? " and asked for no more messages" : "");
      case Happening.CallMissed(_, var voicemail) ->
          "a call of the contact was missed" + (voicemail ? "; a voicemail was left" : "");
      case Happening.MessageOutcome(var delivery, var channel, _, var reason) ->
          "a "
              + channel.one()
              + " "
              + delivered(delivery)
              + (reason.isBlank() ? "" : " (" + reason + ")");
      case Happening.ConsentHappened(var change, _) ->
          switch (change) {
            case OPTED_OUT -> "the contact opted out";
            case OPTED_IN -> "the contact opted in";
          };
      case Happening.AppointmentHappened(var change, _) -> appointment(change);
      case Happening.DealHappened(var change, _, var pipeline) ->
          "the deal in " + pipeline + " was " + lower(change);
      case Happening.StageEntered(_, var stage) -> "the deal came to " + stage;
      case Happening.TaskHappened(var change, _, _) -> "a task was " + lower(change);
      case Happening.NoteAdded _ -> "a note was added";
      case Happening.MoneyHappened(var change, _) ->
          switch (change) {
            case PAYMENT_RECEIVED -> "a payment came in";
            case INVOICE_SENT -> "an invoice was sent";
            case INVOICE_PAID -> "an invoice was paid";
            case INVOICE_OVERDUE -> "an invoice became overdue";
          };
      case Happening.FormSubmitted(var form) -> "the form " + form + " was submitted";
      case Happening.DateReached(var field, var date) -> field + " " + date + " was reached";
      case Happening.ScheduleReached(_, var date) -> "the schedule of " + date + " came round";
      case Happening.StartedByHand(_, var by) -> "started by hand by " + by;
      case Happening.StartedByApi(_, var by) -> "started by " + by;
      case Happening.Routed(var from, var exit, _) -> from + " ended by " + exit;
      case Happening.ForeignHandActed(var hand, _, var act) ->
          switch (hand) {
            case STAFF -> "a colleague " + act;
            case AUTOMATION -> "an automation of the CRM " + act;
            case OTHER_APP -> "another app " + act;
          };
    };
  }

  private static String delivered(Delivery delivery) {
    return switch (delivery) {
      case SENT -> "was sent";
      case DELIVERED -> "was delivered";
      case FAILED -> "could not be delivered";
      case BOUNCED -> "bounced";
      case OPENED -> "was opened";
      case CLICKED -> "had its link clicked";
    };
  }

  private static String appointment(AppointmentChange change) {
    return switch (change) {
      case BOOKED -> "an appointment was booked";
      case CONFIRMED -> "the appointment was confirmed";
      case RESCHEDULED -> "the appointment was moved";
      case CANCELLED -> "the appointment was cancelled";
      case NO_SHOW -> "the contact did not come to the appointment";
      case SHOWED -> "the contact came to the appointment";
    };
  }

  private static String lower(Enum<?> change) {
    return change.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
