package dev.interlock.verifier.timing;

import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.verifier.walk.Patterns;

/// Which events come although no person does anything: reports on messages, dates, bills, a missed
/// appointment, and what programs write.
final class Silent {
  private Silent() {}

  static boolean mayCome(EventPattern event) {
    return Patterns.alternatives(event).anyMatch(Silent::mayComeAlone);
  }

  private static boolean mayComeAlone(EventPattern event) {
    return switch (event) {
      case EventPattern.MessageOutcome(var delivery, _) ->
          delivery != Delivery.OPENED && delivery != Delivery.CLICKED;
      case EventPattern.AppointmentEvent(var change, _) -> change == AppointmentChange.NO_SHOW;
      case EventPattern.MoneyEvent(var change) ->
          change == MoneyChange.INVOICE_SENT || change == MoneyChange.INVOICE_OVERDUE;
      case EventPattern.TagEvent _, EventPattern.StageEntered _, EventPattern.DateReached _ -> true;
      case EventPattern.Scheduled _ -> true;
      case EventPattern.Either _,
          EventPattern.ContactEvent _,
          EventPattern.MessageReceived _,
          EventPattern.CallMissed _,
          EventPattern.ConsentEvent _,
          EventPattern.DealEvent _,
          EventPattern.TaskEvent _,
          EventPattern.NoteAdded _,
          EventPattern.FormSubmitted _,
          EventPattern.StartedByHand _,
          EventPattern.StartedByApi _,
          EventPattern.Routed _,
          EventPattern.ForeignHand _ ->
          false;
    };
  }
}
