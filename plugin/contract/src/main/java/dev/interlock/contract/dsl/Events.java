package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DateShift;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.AppointmentEvent;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.DealEvent;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.EventPattern.TaskChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Recurrence;
import dev.interlock.contract.model.Saying;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The words of events: what a trigger, an await or a handler listens to.
public final class Events {
  private Events() {}

  /// Whichever of these comes first.
  public static EventPattern either(EventPattern first, EventPattern second, EventPattern... more) {
    List<EventPattern> patterns = new ArrayList<>(List.of(first, second));
    patterns.addAll(List.of(more));
    return new EventPattern.Either(patterns);
  }

  public static EventPattern contactCreated() {
    return new EventPattern.ContactEvent(ContactChange.CREATED);
  }

  public static EventPattern contactChanged() {
    return new EventPattern.ContactEvent(ContactChange.CHANGED);
  }

  public static EventPattern contactDeleted() {
    return new EventPattern.ContactEvent(ContactChange.DELETED);
  }

  public static EventPattern contactMerged() {
    return new EventPattern.ContactEvent(ContactChange.MERGED);
  }

  public static EventPattern tagAdded(String tag) {
    return new EventPattern.TagEvent(TagChange.ADDED, new TagName(tag));
  }

  public static EventPattern tagRemoved(String tag) {
    return new EventPattern.TagEvent(TagChange.REMOVED, new TagName(tag));
  }

  /// The contact wrote, by whichever channel: `replied().saying(optOut())`.
  public static EventPattern.MessageReceived replied() {
    return new EventPattern.MessageReceived(Set.of(), new Saying.Anything());
  }

  /// The contact wrote by one of these channels.
  public static EventPattern.MessageReceived repliedBy(Channel first, Channel... more) {
    return new EventPattern.MessageReceived(Distinct.both(first, more), new Saying.Anything());
  }

  /// One of the opt-out words.
  public static Saying optOut() {
    return new Saying.OptOut();
  }

  /// One of these words or phrases.
  public static Saying anyOf(String first, String... more) {
    return new Saying.AnyOf(Distinct.both(first, more));
  }

  public static EventPattern callMissed() {
    return new EventPattern.CallMissed();
  }

  public static EventPattern messageSent(Channel... channels) {
    return new EventPattern.MessageOutcome(Delivery.SENT, Distinct.set(channels));
  }

  public static EventPattern messageDelivered(Channel... channels) {
    return new EventPattern.MessageOutcome(Delivery.DELIVERED, Distinct.set(channels));
  }

  public static EventPattern messageFailed(Channel... channels) {
    return new EventPattern.MessageOutcome(Delivery.FAILED, Distinct.set(channels));
  }

  public static EventPattern emailBounced() {
    return new EventPattern.MessageOutcome(Delivery.BOUNCED, Set.of(Channel.EMAIL));
  }

  public static EventPattern emailOpened() {
    return new EventPattern.MessageOutcome(Delivery.OPENED, Set.of(Channel.EMAIL));
  }

  public static EventPattern linkClicked() {
    return new EventPattern.MessageOutcome(Delivery.CLICKED, Set.of());
  }

  public static EventPattern optedOut(Channel... channels) {
    return new EventPattern.ConsentEvent(ConsentChange.OPTED_OUT, Distinct.set(channels));
  }

  public static EventPattern optedIn(Channel... channels) {
    return new EventPattern.ConsentEvent(ConsentChange.OPTED_IN, Distinct.set(channels));
  }

  /// An appointment was booked: `booked().in("Consultation")`.
  public static AppointmentEvent booked() {
    return appointment(AppointmentChange.BOOKED);
  }

  public static AppointmentEvent appointmentConfirmed() {
    return appointment(AppointmentChange.CONFIRMED);
  }

  public static AppointmentEvent rescheduled() {
    return appointment(AppointmentChange.RESCHEDULED);
  }

  public static AppointmentEvent cancelled() {
    return appointment(AppointmentChange.CANCELLED);
  }

  public static AppointmentEvent noShow() {
    return appointment(AppointmentChange.NO_SHOW);
  }

  public static AppointmentEvent showed() {
    return appointment(AppointmentChange.SHOWED);
  }

  private static AppointmentEvent appointment(AppointmentChange change) {
    return new AppointmentEvent(change, Optional.empty());
  }

  public static DealEvent dealCreated() {
    return deal(DealChange.CREATED);
  }

  public static DealEvent dealWon() {
    return deal(DealChange.WON);
  }

  public static DealEvent dealLost() {
    return deal(DealChange.LOST);
  }

  public static DealEvent dealAbandoned() {
    return deal(DealChange.ABANDONED);
  }

  private static DealEvent deal(DealChange change) {
    return new DealEvent(change, Optional.empty());
  }

  /// The contact's opportunity came to the stage.
  public static EventPattern enters(PipelineName pipeline, StageName stage) {
    return new EventPattern.StageEntered(new StageRef(pipeline, stage));
  }

  public static EventPattern taskCreated() {
    return new EventPattern.TaskEvent(TaskChange.CREATED);
  }

  public static EventPattern taskCompleted() {
    return new EventPattern.TaskEvent(TaskChange.COMPLETED);
  }

  public static EventPattern noteAdded() {
    return new EventPattern.NoteAdded();
  }

  public static EventPattern paymentReceived() {
    return new EventPattern.MoneyEvent(MoneyChange.PAYMENT_RECEIVED);
  }

  public static EventPattern invoiceSent() {
    return new EventPattern.MoneyEvent(MoneyChange.INVOICE_SENT);
  }

  public static EventPattern invoicePaid() {
    return new EventPattern.MoneyEvent(MoneyChange.INVOICE_PAID);
  }

  public static EventPattern invoiceOverdue() {
    return new EventPattern.MoneyEvent(MoneyChange.INVOICE_OVERDUE);
  }

  public static EventPattern formSubmitted() {
    return new EventPattern.FormSubmitted(Optional.empty());
  }

  public static EventPattern formSubmitted(String form) {
    return new EventPattern.FormSubmitted(Optional.of(form));
  }

  /// Every year around the date in the field, as for a birthday: `everyYearOn("Date of birth",
  /// onTheDay(), clock(9, 0))`.
  public static EventPattern everyYearOn(String field, DayShift shift, LocalTime at) {
    return new EventPattern.DateReached(
        new FieldName(field), new DateShift(shift.days(), at, true));
  }

  /// Once around the date in the field, as for a renewal: `dateReached("Renewal", daysBefore(14),
  /// clock(9, 0))`.
  public static EventPattern dateReached(String field, DayShift shift, LocalTime at) {
    return new EventPattern.DateReached(
        new FieldName(field), new DateShift(shift.days(), at, false));
  }

  /// Every week on these days, for everybody whom the entry filter admits.
  public static EventPattern everyWeek(LocalTime at, DayOfWeek first, DayOfWeek... more) {
    return new EventPattern.Scheduled(new Recurrence.Weekly(Distinct.both(first, more), at));
  }

  /// Every month on this day, for everybody whom the entry filter admits.
  public static EventPattern everyMonth(int day, LocalTime at) {
    return new EventPattern.Scheduled(new Recurrence.Monthly(day, at));
  }

  public static EventPattern startedByHand() {
    return new EventPattern.StartedByHand();
  }

  public static EventPattern startedByApi() {
    return new EventPattern.StartedByApi();
  }

  /// Only another contract's exit starts this one.
  public static EventPattern routedHere() {
    return new EventPattern.Routed();
  }

  /// A colleague acted on the contact in the CRM; without acts, any of them.
  public static EventPattern staffActed(HandAct... acts) {
    return new EventPattern.ForeignHand(Set.of(Hand.STAFF), Distinct.set(acts));
  }

  /// Anybody but the contact and our contracts acted on the contact; without acts, any of them.
  public static EventPattern foreignHand(HandAct... acts) {
    return new EventPattern.ForeignHand(Set.of(), Distinct.set(acts));
  }
}
