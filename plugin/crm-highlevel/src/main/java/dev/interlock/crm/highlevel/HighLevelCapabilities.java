package dev.interlock.crm.highlevel;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.Message;
import dev.interlock.crm.Capabilities;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What HighLevel can carry.
///
/// Payments are reported where they go through invoices or orders, and only there.
public final class HighLevelCapabilities implements Capabilities {
  /// Acts of which HighLevel says that they happened, and not whose they were.
  private static final Set<HandAct> ANONYMOUS =
      EnumSet.of(HandAct.MOVED_STAGE, HandAct.CHANGED_TAG);

  private static final Optional<String> YES = Optional.empty();

  @Override
  public String crm() {
    return "HighLevel";
  }

  @Override
  public Optional<String> whyNot(EventPattern event) {
    return switch (event) {
      case EventPattern.Either(var patterns) ->
          first(
              patterns.stream().filter(each -> !isCovered(each, patterns)).toList(), this::whyNot);
      case EventPattern.ContactEvent(var change) -> contact(change);
      case EventPattern.MessageReceived received ->
          received.channels().equals(Set.of(Channel.VOICEMAIL))
              ? Optional.of("HighLevel tells a voicemail as a missed call; listen for callMissed()")
              : YES;
      case EventPattern.MessageOutcome(var delivery, _) -> outcome(delivery);
      case EventPattern.MoneyEvent(var change) -> money(change);
      case EventPattern.ForeignHand(var hands, var acts) -> foreignHand(hands, acts);
      case EventPattern.TagEvent _,
          EventPattern.CallMissed _,
          // by reading: few accounts have a webhook for it
          EventPattern.FormSubmitted _,
          EventPattern.ConsentEvent _,
          EventPattern.AppointmentEvent _,
          EventPattern.DealEvent _,
          EventPattern.StageEntered _,
          EventPattern.TaskEvent _,
          EventPattern.NoteAdded _ ->
          YES;
      // these come from our own clock, console and contracts
      case EventPattern.DateReached _,
          EventPattern.Scheduled _,
          EventPattern.StartedByHand _,
          EventPattern.StartedByApi _,
          EventPattern.Routed _ ->
          YES;
    };
  }

  /// Whether an event that is not reported as such comes as another one that is listened to.
  private static boolean isCovered(EventPattern event, List<EventPattern> others) {
    return switch (event) {
      case EventPattern.ContactEvent(var change) when change == ContactChange.MERGED ->
          others.contains(new EventPattern.ContactEvent(ContactChange.DELETED));
      case EventPattern.MessageOutcome(var delivery, var channels)
          when delivery == Delivery.BOUNCED ->
          others.contains(new EventPattern.MessageOutcome(Delivery.FAILED, channels))
              || others.contains(new EventPattern.MessageOutcome(Delivery.FAILED, Set.of()));
      case EventPattern _ -> false;
    };
  }

  private static Optional<String> contact(ContactChange change) {
    return switch (change) {
      case CREATED, CHANGED, DELETED -> YES;
      case MERGED ->
          Optional.of(
              "HighLevel does not report that contacts are merged: one of them is deleted; listen"
                  + " for contactDeleted(), also beside it");
    };
  }

  private static Optional<String> outcome(Delivery delivery) {
    return switch (delivery) {
      // opened and clicked by the statistics of the mail service, matched to our own e-mails
      case SENT, DELIVERED, FAILED, OPENED, CLICKED -> YES;
      case BOUNCED ->
          Optional.of(
              "HighLevel tells a bounce and every other failure of an e-mail in the same way; listen"
                  + " for messageFailed(EMAIL), also beside it");
    };
  }

  private static Optional<String> money(MoneyChange change) {
    return switch (change) {
      case PAYMENT_RECEIVED, INVOICE_SENT, INVOICE_PAID -> YES;
      case INVOICE_OVERDUE ->
          Optional.of(
              "HighLevel does not report that an invoice is overdue; start on invoiceSent() and"
                  + " await invoicePaid() for as long as you give");
    };
  }

  private static Optional<String> foreignHand(Set<Hand> hands, Set<HandAct> acts) {
    Set<HandAct> asked = EnumSet.noneOf(HandAct.class);
    acts.stream().filter(ANONYMOUS::contains).forEach(asked::add);
    if (acts.contains(HandAct.BOOKED)) {
      return Optional.of("HighLevel does not say who booked; listen for booked() itself");
    }
    return hands.isEmpty() || asked.isEmpty()
        ? YES
        : Optional.of(
            "HighLevel does not say who moved a stage or changed a tag; listen for any foreign hand,"
                + " or for the stage or tag itself");
  }

  @Override
  public Optional<String> whyNot(Condition condition) {
    return switch (condition) {
      case Condition.All(var conditions) -> first(conditions, this::whyNot);
      case Condition.Any(var conditions) -> first(conditions, this::whyNot);
      case Condition.Not(var negated) -> whyNot(negated);
      case Condition.HasAddress(var channel) ->
          channel == Channel.CHAT
              ? Optional.of(
                  "HighLevel does not say whether a contact can be reached by chat; ask for a phone"
                      + " number or an e-mail address")
              : YES;
      case Condition.Always _,
          Condition.HasTag _,
          Condition.FieldIs _,
          Condition.StageIs _,
          Condition.DealExists _,
          Condition.DealStatusIs _,
          Condition.DealValue _,
          Condition.OptedOut _,
          Condition.AppointmentAhead _,
          Condition.Assigned _ ->
          YES;
      // these are answered from our own records and clock
      case Condition.Inside _,
          Condition.RanBefore _,
          Condition.LaneOccupied _,
          Condition.During _,
          Condition.BusinessOpen _ ->
          YES;
    };
  }

  @Override
  public Optional<String> whyNot(Action action) {
    return switch (action) {
      case Action.AddTag _,
          Action.RemoveTag _,
          Action.SetField _,
          Action.ClearField _,
          Action.MoveTo _,
          Action.MarkDeal _,
          Action.ValueDeal _,
          Action.CreateTask _,
          Action.AddNote _,
          Action.Assign _,
          Action.StartAutomation _,
          Action.StopAutomation _,
          Action.CompleteTasks _ ->
          YES;
      // a task for whoever is meant
      case Action.Notify _ -> YES;
      // not the CRM's matter
      case Action.CallWebhook _ -> YES;
    };
  }

  @Override
  public Optional<String> whyNot(Message message) {
    return switch (message) {
      case Message.Sms _, Message.Email _ -> YES;
    };
  }

  private static <T> Optional<String> first(
      Collection<T> parts, Function<T, Optional<String>> whyNot) {
    return parts.stream().flatMap(part -> whyNot.apply(part).stream()).findFirst();
  }
}
