package dev.interlock.testkit;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.simulation.Account;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Somebody in a rehearsal: what they and others do, and what became of them.
public final class Person {
  private static final CalendarName ANY_CALENDAR = new CalendarName("Calendar");

  private final String name;
  private final CalendarName calendar;
  private final Simulation simulation;
  private final Account account;
  private int events;

  Person(String name, Repertoire repertoire, Simulation simulation) {
    this.name = name;
    this.calendar =
        repertoire.set().operation().calendars().stream().findFirst().orElse(ANY_CALENDAR);
    this.simulation = simulation;
    this.account = simulation.account();
  }

  /// The first name.
  public String name() {
    return name;
  }

  // What the CRM knows of them before anything happens.

  /// There is no number to text or call.
  public Person withoutPhone() {
    account.noAddress(Channel.SMS);
    return this;
  }

  /// There is no address to e-mail.
  public Person withoutEmail() {
    account.noAddress(Channel.EMAIL);
    return this;
  }

  /// The field holds the value; silently, as if it had always been so.
  public Person with(String field, String value) {
    account.field(new FieldName(field), value);
    return this;
  }

  /// The contact has the tag; silently.
  public Person tagged(String tag) {
    account.tag(new TagName(tag));
    return this;
  }

  /// The contact's deal stands there; silently.
  public Person at(StageRef place) {
    account.place(place);
    return this;
  }

  /// The CRM does not say whether they may be written to.
  public Person ofUnknownConsent() {
    account.unknownConsent();
    return this;
  }

  // What they do.

  /// They become known to the CRM.
  public void appears() {
    happens(new Happening.ContactHappened(ContactChange.CREATED, Optional.empty()));
  }

  /// They call, and nobody picks up.
  public void callsAndIsMissed() {
    happens(new Happening.CallMissed(Optional.empty(), false));
  }

  /// They answer by text message.
  public void replies(String text) {
    happens(new Happening.MessageReceived(Channel.SMS, new MessageId("reply-" + next()), text));
  }

  /// They answer STOP, and the CRM blocks the channel, as carriers demand.
  public void repliesStop() {
    account.consent(Channel.SMS, Consent.OPTED_OUT);
    replies("STOP");
    happens(new Happening.ConsentHappened(ConsentChange.OPTED_OUT, Set.of(Channel.SMS)));
  }

  /// They book an appointment so far ahead, in the operation's first calendar.
  public Appointment books(Duration ahead) {
    Appointment booked = account.book(calendar, simulation.now().plus(ahead));
    happens(new Happening.AppointmentHappened(AppointmentChange.BOOKED, booked));
    return booked;
  }

  /// Their appointment moves to so far ahead of now.
  public void reschedules(Appointment appointment, Duration ahead) {
    Appointment moved = account.move(appointment, simulation.now().plus(ahead));
    happens(new Happening.AppointmentHappened(AppointmentChange.RESCHEDULED, moved));
  }

  /// Their appointment is cancelled.
  public void cancels(Appointment appointment) {
    marked(appointment, Appointment.Status.CANCELLED, AppointmentChange.CANCELLED);
  }

  /// They came, and the desk marks it.
  public void shows(Appointment appointment) {
    marked(appointment, Appointment.Status.SHOWED, AppointmentChange.SHOWED);
  }

  /// They did not come, and the desk marks it.
  public void failsToShow(Appointment appointment) {
    marked(appointment, Appointment.Status.NO_SHOW, AppointmentChange.NO_SHOW);
  }

  private void marked(
      Appointment appointment, Appointment.Status status, AppointmentChange change) {
    happens(new Happening.AppointmentHappened(change, account.mark(appointment, status)));
  }

  /// The tag comes to them by somebody else's hand.
  public void isTagged(String tag) {
    account.tag(new TagName(tag));
    happens(new Happening.TagHappened(TagChange.ADDED, new TagName(tag)));
  }

  /// They are deleted from the CRM.
  public void isDeleted() {
    account.delete();
    happens(new Happening.ContactHappened(ContactChange.DELETED, Optional.empty()));
  }

  // What others do.

  /// A colleague moves their card.
  public void staffMoves(StageRef place) {
    account.place(place);
    happens(new Happening.StageEntered(account.dealIn(place.pipeline()), place));
    staff(HandAct.MOVED_STAGE, "moved the deal to " + place.stage());
  }

  /// A colleague writes to them.
  public void staffWrites() {
    staff(HandAct.MESSAGED, "wrote to the contact");
  }

  /// A colleague marks their deal.
  public void staffMarks(StageRef at, DealChange change) {
    happens(new Happening.DealHappened(change, account.dealIn(at.pipeline()), at.pipeline()));
  }

  private void staff(HandAct act, String what) {
    happens(new Happening.ForeignHandActed(Hand.STAFF, act, what));
  }

  /// The last message to them is reported as not delivered.
  public void lastMessageFails(String reason) {
    Received last = received().getLast();
    happens(new Happening.MessageOutcome(Delivery.FAILED, last.channel(), last.message(), reason));
  }

  /// The CRM refuses every further message to them.
  public void refusesMessages(String reason) {
    account.refuseMessages(reason);
  }

  /// Anything else happens to them.
  public void happens(Happening what) {
    happens(
        new DomainEvent("act-" + next(), account.id(), simulation.now(), what, Provenance.OUTSIDE));
  }

  /// This very event happens, perhaps for the second time.
  public void happens(DomainEvent event) {
    simulation.happens(event);
  }

  private int next() {
    events++;
    return events;
  }

  void passes(Duration span) {
    simulation.passes(span);
  }

  // What became of them.

  /// The messages they got, in order.
  public List<Received> received() {
    return simulation.letters().stream()
        .map(letter ->
            new Received(
                letter.at(), letter.step(), letter.channel(), letter.template(), letter.message()))
        .toList();
  }

  /// The names of the steps whose messages they got, in order.
  public List<String> steps() {
    return received().stream().map(Received::step).toList();
  }

  /// Tasks about them, by title, in order.
  public List<String> tasks() {
    return simulation.tasks();
  }

  /// How their runs ended, as `contract: exit`, in order.
  public List<String> endings() {
    return endings(_ -> true);
  }

  /// Exits that were not true when read back.
  public List<String> unverified() {
    return endings(ended -> ended.proof() instanceof Proof.Unverified);
  }

  private List<String> endings(Predicate<Standing.Ended> wanted) {
    List<String> endings = new ArrayList<>();
    for (Run run : simulation.over()) {
      if (run.standing() instanceof Standing.Ended ended && wanted.test(ended)) {
        endings.add(run.contract() + ": " + ended.exit());
      }
    }
    return endings;
  }

  /// Why they were turned away, in order.
  public List<String> refusals() {
    List<String> refusals = new ArrayList<>();
    for (Chronicle.Dated dated : simulation.chronicle().facts()) {
      if (dated.fact() instanceof Fact.Refused(var contract, _, var reasons)) {
        reasons.forEach(reason -> refusals.add(contract + ": " + reason.words()));
      }
    }
    return refusals;
  }

  /// Whether some run of theirs is still under way.
  public boolean isUnderWay() {
    return !simulation.underWay().isEmpty();
  }

  /// Their tags.
  public Set<TagName> tags() {
    return account.tags();
  }

  /// What a field of theirs holds; empty when nothing.
  public String field(String field) {
    return account.field(new FieldName(field));
  }

  /// Where their deal stands.
  public Optional<StageRef> place(PipelineName pipeline) {
    return account.deal(pipeline).map(Deal::stage);
  }

  /// Everything that happened to them, line by line, with the times.
  public List<String> story() {
    return simulation.chronicle().story();
  }
}
