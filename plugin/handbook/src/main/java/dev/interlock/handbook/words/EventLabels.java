package dev.interlock.handbook.words;

import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.Saying;
import java.util.Set;

/// Events in one to three words, for the lines of a diagram: `books`, `replies`, `asks to stop`.
public final class EventLabels {
  private EventLabels() {}

  /// The label of a line that is taken when the event comes.
  public static String label(EventPattern event) {
    return switch (event) {
      case EventPattern.Either(var patterns) ->
          Phrases.or(patterns.stream().map(EventLabels::label).distinct().toList());
      case EventPattern.ContactEvent(var change) -> contact(change);
      case EventPattern.TagEvent(var change, var tag) ->
          switch (change) {
            case ADDED -> "gets tag " + Phrases.quoted(tag);
            case REMOVED -> "loses tag " + Phrases.quoted(tag);
          };
      case EventPattern.MessageReceived(_, var saying) -> saying(saying);
      case EventPattern.CallMissed _ -> "call missed";
      case EventPattern.MessageOutcome(var delivery, _) -> outcome(delivery);
      case EventPattern.ConsentEvent(var change, _) ->
          switch (change) {
            case OPTED_OUT -> "opts out";
            case OPTED_IN -> "opts in";
          };
      case EventPattern.AppointmentEvent(var change, _) -> appointment(change);
      case EventPattern.DealEvent(var change, _) -> deal(change);
      case EventPattern.StageEntered(var stage) -> "reaches " + Phrases.quoted(stage.stage());
      case EventPattern.TaskEvent(var change) ->
          switch (change) {
            case CREATED -> "task made";
            case COMPLETED -> "task done";
          };
      case EventPattern.NoteAdded _ -> "note written";
      case EventPattern.MoneyEvent(var change) -> money(change);
      case EventPattern.FormSubmitted _ -> "submits form";
      case EventPattern.DateReached _ -> "date reached";
      case EventPattern.Scheduled _ -> "scheduled";
      case EventPattern.StartedByHand _ -> "started by hand";
      case EventPattern.StartedByApi _ -> "started by a program";
      case EventPattern.Routed _ -> "sent here";
      case EventPattern.ForeignHand(var hands, var acts) -> hand(hands, acts);
    };
  }

  private static String contact(EventPattern.ContactChange change) {
    return switch (change) {
      case CREATED -> "contact created";
      case CHANGED -> "contact changed";
      case DELETED -> "contact deleted";
      case MERGED -> "contact merged";
    };
  }

  private static String saying(Saying saying) {
    return switch (saying) {
      case Saying.Anything _ -> "replies";
      case Saying.OptOut _ -> "asks to stop";
      case Saying.AnyOf(var phrases) -> {
        String first = Phrases.quoted(phrases.iterator().next());
        yield "writes " + first + (phrases.size() > 1 ? " or alike" : "");
      }
    };
  }

  private static String outcome(EventPattern.Delivery delivery) {
    return switch (delivery) {
      case SENT -> "message sent";
      case DELIVERED -> "message delivered";
      case FAILED -> "not delivered";
      case BOUNCED -> "message bounces";
      case OPENED -> "opens";
      case CLICKED -> "clicks";
    };
  }

  private static String appointment(EventPattern.AppointmentChange change) {
    return switch (change) {
      case BOOKED -> "books";
      case CONFIRMED -> "confirms";
      case RESCHEDULED -> "reschedules";
      case CANCELLED -> "cancels";
      case NO_SHOW -> "does not come";
      case SHOWED -> "comes";
    };
  }

  private static String deal(EventPattern.DealChange change) {
    return switch (change) {
      case CREATED -> "deal opened";
      case WON -> "deal won";
      case LOST -> "deal lost";
      case ABANDONED -> "deal abandoned";
    };
  }

  private static String money(EventPattern.MoneyChange change) {
    return switch (change) {
      case PAYMENT_RECEIVED -> "pays";
      case INVOICE_SENT -> "invoice sent";
      case INVOICE_PAID -> "invoice paid";
      case INVOICE_OVERDUE -> "invoice overdue";
    };
  }

  private static String hand(Set<Hand> hands, Set<HandAct> acts) {
    boolean staffOnly = hands.equals(Set.of(Hand.STAFF));
    String who = staffOnly ? "colleague" : "somebody else";
    return acts.size() == 1 ? who + " " + act(acts.iterator().next()) : who + " steps in";
  }

  private static String act(HandAct act) {
    return switch (act) {
      case MESSAGED -> "writes";
      case CALLED -> "calls";
      case MOVED_STAGE -> "moves stage";
      case CHANGED_TAG -> "changes tags";
      case BOOKED -> "books";
    };
  }
}
