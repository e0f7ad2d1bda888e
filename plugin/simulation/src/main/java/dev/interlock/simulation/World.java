package dev.interlock.simulation;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TaskChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.core.program.Program;
import dev.interlock.simulation.Doing.Cannot;
import dev.interlock.simulation.Doing.Did;
import dev.interlock.simulation.Doing.Reached;
import dev.interlock.simulation.Doing.Start;
import dev.interlock.simulation.Doing.Starts;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Does in the account what the contact and everybody else do, and tells it as a CRM tells it: with
/// no more said about who it was than an adapter can say.
record World(Repertoire repertoire, Account account, Clock clock, Mailbag mailbag, ZoneId zone) {

  Doing act(Act act) {
    if (!account.exists()) {
      return new Cannot("the contact is gone from the CRM");
    }
    return switch (act) {
      case Act.Writes(var channel, var text) ->
          contact(new Happening.MessageReceived(channel, number("reply-"), text));
      case Act.CallsAndIsMissed(var voicemail) ->
          contact(new Happening.CallMissed(Optional.empty(), voicemail));
      case Act.OptsOut(var channels) ->
          did(
              By.CONTACT,
              changes()
                  .consent(
                      channels,
                      Consent.OPTED_OUT,
                      new Happening.ConsentHappened(ConsentChange.OPTED_OUT, channels)));
      case Act.OptsIn(var channels) ->
          did(
              By.CONTACT,
              changes()
                  .consent(
                      channels,
                      Consent.ALLOWED,
                      new Happening.ConsentHappened(ConsentChange.OPTED_IN, channels)));
      case Act.Books(var calendar, var ahead, var by) ->
          did(
              by,
              List.of(
                  Change.only(
                      new Happening.AppointmentHappened(
                          AppointmentChange.BOOKED,
                          account.book(calendar, clock.now().plus(ahead))))));
      case Act.Reschedules(var ahead) ->
          latest(
              one -> one.status() != Appointment.Status.CANCELLED,
              one -> changes().moveAppointment(one, clock.now().plus(ahead)));
      case Act.Cancels() -> marks(Appointment.Status.CANCELLED, AppointmentChange.CANCELLED);
      case Act.ShowsUp() -> marks(Appointment.Status.SHOWED, AppointmentChange.SHOWED);
      case Act.StaysAway() -> marks(Appointment.Status.NO_SHOW, AppointmentChange.NO_SHOW);
      case Act.Confirms() -> marks(Appointment.Status.CONFIRMED, AppointmentChange.CONFIRMED);
      case Act.Money(var change, var subject) ->
          new Did(
              new Author.Another(By.CONTACT),
              change == MoneyChange.INVOICE_OVERDUE ? new Origin.World() : origin(By.CONTACT),
              List.of(Change.only(new Happening.MoneyHappened(change, subject))));
      case Act.FillsForm(var form) -> contact(new Happening.FormSubmitted(form));
      case Act.Reports(var contract, var delivery) -> reports(contract, delivery);
      case Act.RecordChanged(var change) -> recordChanged(change);
      case Act.TagChanged(var tag, var change, var by) -> did(by, changes().tag(tag, change));
      case Act.FieldChanged(var field, var value, var by) -> did(by, changes().field(field, value));
      case Act.DealMoved(var to, var by) ->
          Places.unknown(repertoire.set().operation(), to)
              .<Doing>map(Cannot::new)
              .orElseGet(() -> did(by, changes().move(to)));
      case Act.DealMarked(var pipeline, var status, var by) ->
          account
              .deal(pipeline)
              .map(deal -> did(by, changes().mark(deal, status)))
              .orElseGet(() -> new Cannot("the contact has no deal in " + pipeline));
      case Act.TaskTicked() ->
          account.openTasks().stream()
              .findFirst()
              .map(task -> did(By.STAFF, List.of(changes().tickOff(task))))
              .orElseGet(() ->
                  did(
                      By.STAFF,
                      List.of(
                          Change.only(
                              new Happening.TaskHappened(
                                  TaskChange.COMPLETED, "task-" + clock.number(), "task")))));
      case Act.NoteWritten() ->
          did(By.STAFF, List.of(Change.only(new Happening.NoteAdded("note-" + clock.number()))));
      case Act.ForeignMessage(var by, var purpose, var channel) ->
          reached(by, HandAct.MESSAGED, sent(channel), Optional.of(channel), purpose);
      case Act.ForeignCall(var by) ->
          reached(by, HandAct.CALLED, "called", Optional.empty(), Optional.empty());
      case Act.DateComes(var field) -> dateComes(field);
      case Act.ScheduleComes(var contract) ->
          started(contract, new Origin.World(), new Happening.ScheduleReached(contract, today()));
      case Act.StartedByHand(var contract) ->
          started(contract, origin(By.STAFF), new Happening.StartedByHand(contract, "a colleague"));
      case Act.StartedByApi(var contract) ->
          started(contract, new Origin.World(), new Happening.StartedByApi(contract, "a program"));
      case Act.TimerFires _, Act.CommandEnds _, Act.Settles _ -> machinery(act);
      case Act.Withdraws _, Act.HeardLate _, Act.HeardAgain _, Act.Passes _ -> machinery(act);
      case Act.GoesLive _ -> machinery(act);
    };
  }

  private static Doing machinery(Act act) {
    return new Cannot(act.getClass().getSimpleName() + " is no act of somebody in the world");
  }

  private static Doing contact(Happening told) {
    return did(By.CONTACT, List.of(Change.only(told)));
  }

  private static Doing did(By by, Optional<Change> change) {
    return did(by, change.stream().toList());
  }

  private static Doing did(By by, List<Change> changes) {
    return new Did(new Author.Another(by), origin(by), changes);
  }

  private static Origin origin(By by) {
    return switch (by) {
      case By.Contact(), By.Staff() -> new Origin.Person(by);
      case By.Automation _ -> new Origin.Automation();
      case By.OtherApp() -> new Origin.World();
    };
  }

  private Doing latest(Predicate<Appointment> may, Function<Appointment, Change> change) {
    Optional<Appointment> latest = account.latest();
    if (latest.isEmpty()) {
      return new Cannot("the contact has no appointment");
    }
    return may.test(latest.get())
        ? did(By.CONTACT, List.of(change.apply(latest.get())))
        : new Cannot("the appointment is " + latest.get().status());
  }

  private Doing marks(Appointment.Status status, AppointmentChange change) {
    return latest(
        one -> one.status() != Appointment.Status.CANCELLED && one.status() != status,
        one -> changes().markAppointment(one, status, change));
  }

  private Doing reports(ContractId contract, Delivery delivery) {
    return mailbag
        .last(contract)
        .<Doing>map(sent ->
            new Did(
                new Author.Another(By.OTHER_APP),
                new Origin.World(),
                List.of(
                    Change.only(
                        new Happening.MessageOutcome(
                            delivery, sent.channel(), sent.message(), reason(delivery))))))
        .orElseGet(() -> new Cannot(contract + " has sent no message that has a number"));
  }

  private static String reason(Delivery delivery) {
    return switch (delivery) {
      case FAILED -> "unknown subscriber";
      case BOUNCED -> "no such address";
      case SENT, DELIVERED, OPENED, CLICKED -> "";
    };
  }

  private Doing recordChanged(ContactChange change) {
    Optional<ContactId> into =
        change == ContactChange.MERGED
            ? Optional.of(new ContactId(account.id() + "-double"))
            : Optional.empty();
    switch (change) {
      case DELETED, MERGED -> account.delete();
      case CREATED, CHANGED -> {}
    }
    return contact(new Happening.ContactHappened(change, into));
  }

  private static Doing reached(
      By by, HandAct act, String words, Optional<Channel> message, Optional<PurposeName> purpose) {
    Optional<Hand> hand =
        switch (by) {
          case By.Contact() -> Optional.empty();
          case By.Staff() -> Optional.of(Hand.STAFF);
          case By.Automation _ -> Optional.of(Hand.AUTOMATION);
          case By.OtherApp() -> Optional.of(Hand.OTHER_APP);
        };
    return hand.<Doing>map(whose ->
            new Reached(
                new Author.Another(by),
                origin(by),
                new Happening.ForeignHandActed(whose, act, words),
                message,
                purpose))
        .orElseGet(() -> new Cannot("contacts do not write to themselves"));
  }

  private static String sent(Channel channel) {
    return switch (channel) {
      case SMS, CHAT, VOICEMAIL -> "sent a " + channel.one();
      case EMAIL, CALL -> "sent an " + channel.one();
    };
  }

  private Doing dateComes(FieldName field) {
    Optional<LocalDate> date = date(account.field(field));
    List<Start> starts =
        date.stream()
            .flatMap(day ->
                repertoire.programs().stream()
                    .map(Program::contract)
                    .filter(contract -> listensTo(contract.trigger().event(), field))
                    .map(contract ->
                        new Start(contract.id(), new Happening.DateReached(field, day))))
            .toList();
    return date.isEmpty()
        ? new Cannot("there is no date in the field " + field)
        : new Starts(new Origin.World(), starts);
  }

  private static Optional<LocalDate> date(String value) {
    String day = value.strip();
    try {
      return day.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(day.substring(0, 10)));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private static boolean listensTo(EventPattern pattern, FieldName field) {
    return switch (pattern) {
      case EventPattern.DateReached(var its, _) -> its.equals(field);
      case EventPattern.Either(var patterns) ->
          patterns.stream().anyMatch(one -> listensTo(one, field));
      case EventPattern _ -> false;
    };
  }

  private Doing started(ContractId contract, Origin origin, Happening by) {
    return repertoire.program(contract).isPresent()
        ? new Starts(origin, List.of(new Start(contract, by)))
        : new Cannot("there is no contract " + contract);
  }

  private LocalDate today() {
    return clock.now().atZone(zone).toLocalDate();
  }

  private MessageId number(String kind) {
    return new MessageId(kind + clock.number());
  }

  private Changes changes() {
    return new Changes(account);
  }
}
