package dev.interlock.testkit;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One contact in a CRM that does what it is told, and remembers it.
final class Account {
  private static final CalendarName ANY_CALENDAR = new CalendarName("Calendar");

  final ContactId id;
  final Map<FieldName, String> fields = new TreeMap<>();
  final Map<Channel, String> addresses = new TreeMap<>();
  final Map<Channel, Consent> consent = new TreeMap<>();
  final Set<TagName> tags = new TreeSet<>();
  final Map<PipelineName, StageRef> places = new TreeMap<>();
  final Map<PipelineName, DealStatus> statuses = new TreeMap<>();
  final List<Appointment> appointments = new ArrayList<>();
  final List<Received> received = new ArrayList<>();
  final List<String> tasks = new ArrayList<>();
  Optional<String> refusal = Optional.empty();
  boolean exists = true;
  private final Stage stage;

  Account(Stage stage, String firstName, int number) {
    this.stage = stage;
    this.id = new ContactId("contact-" + number);
    fields.put(StandardFields.FIRST_NAME, firstName);
    addresses.put(Channel.SMS, "+1555010" + number);
    addresses.put(Channel.EMAIL, "contact" + number + "@example.com");
    consent.put(Channel.SMS, Consent.ALLOWED);
    consent.put(Channel.EMAIL, Consent.ALLOWED);
  }

  ContactSnapshot read() {
    if (!exists) {
      return ContactSnapshot.gone(id, stage.now());
    }
    List<Deal> deals = places.values().stream().map(this::deal).toList();
    return new ContactSnapshot(
        id,
        stage.now(),
        true,
        fields,
        addresses,
        consent,
        tags,
        Optional.empty(),
        Optional.empty(),
        Known.said(deals),
        Known.said(List.copyOf(appointments)));
  }

  private Deal deal(StageRef place) {
    return new Deal(
        dealIn(place.pipeline()),
        id.text(),
        place,
        statuses.getOrDefault(place.pipeline(), DealStatus.OPEN),
        Optional.empty(),
        stage.now());
  }

  DealId dealIn(PipelineName pipeline) {
    return new DealId(id + " in " + pipeline);
  }

  void put(StageRef place) {
    places.put(place.pipeline(), place);
  }

  Appointment book(Instant start) {
    CalendarName calendar =
        stage.set().operation().calendars().stream().findFirst().orElse(ANY_CALENDAR);
    Appointment booked =
        new Appointment(
            new AppointmentId("appointment-" + stage.next()),
            calendar,
            start,
            start.plus(Duration.ofHours(1)),
            Appointment.Status.BOOKED);
    appointments.add(booked);
    return booked;
  }

  Appointment move(Appointment old, Instant start) {
    return replace(
        new Appointment(
            old.id(), old.calendar(), start, start.plus(Duration.ofHours(1)), old.status()));
  }

  Appointment mark(Appointment old, Appointment.Status status) {
    return replace(new Appointment(old.id(), old.calendar(), old.start(), old.end(), status));
  }

  private Appointment replace(Appointment changed) {
    appointments.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
    return changed;
  }

  Outcome carryOut(Command command) {
    if (!exists) {
      return new Outcome.ContactGone();
    }
    return switch (command.doing()) {
      case Command.Say(var message, _) -> {
        if (refusal.isPresent()) {
          yield new Outcome.Refused("rehearsed", refusal.get());
        }
        MessageId number = new MessageId("message-" + stage.next());
        received.add(
            new Received(stage.now(), command.step(), message.channel(), message.body(), number));
        yield new Outcome.Done(Optional.of(number), Optional.empty());
      }
      case Command.Perform(var action) -> perform(action);
      case Command.Ensure(var leaves) -> ensure(leaves);
      case Command.Tell _, Command.TickOff _ -> done();
      case Command.ReadBack _ -> new Outcome.ReadBack(read());
    };
  }

  private Outcome perform(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> tags.add(tag) ? done() : new Outcome.AlreadySo();
      case Action.RemoveTag(var tag) -> tags.remove(tag) ? done() : new Outcome.AlreadySo();
      case Action.SetField(var field, var value) -> {
        fields.put(field, value);
        yield done();
      }
      case Action.ClearField(var field) -> {
        fields.remove(field);
        yield done();
      }
      case Action.MoveTo(var to) -> move(to);
      case Action.MarkDeal(var pipeline, var status) -> {
        statuses.put(pipeline, status);
        yield done();
      }
      case Action.CreateTask(var title, _, _, _) -> {
        tasks.add(title);
        yield new Outcome.Done(Optional.empty(), Optional.of("task-" + stage.next()));
      }
      case Action.ValueDeal _, Action.AddNote _, Action.Assign _, Action.Notify _ -> done();
      case Action.CallWebhook _, Action.CompleteTasks _ -> done();
      case Action.StartAutomation _, Action.StopAutomation _ -> done();
    };
  }

  private Outcome ensure(Leaves leaves) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> perform(new Action.AddTag(tag));
      case Leaves.NotTagged(var tag) -> perform(new Action.RemoveTag(tag));
      case Leaves.AtStage(var to) -> move(to);
      case Leaves.FieldSet(var field, var value) -> perform(new Action.SetField(field, value));
      case Leaves.DealMarked(var pipeline, var status) ->
          perform(new Action.MarkDeal(pipeline, status));
    };
  }

  /// Compare-and-set, as every adapter does it: never back, unless the operation declares it.
  private Outcome move(StageRef to) {
    StageRef from = places.get(to.pipeline());
    if (to.equals(from)) {
      return new Outcome.AlreadySo();
    }
    Optional<Pipeline> declared = stage.set().operation().pipeline(to.pipeline());
    if (from != null
        && declared.filter(one -> one.isUnlawfulReturn(from.stage(), to.stage())).isPresent()) {
      return new Outcome.Refused(
          "stage-backward", "the deal stands at " + from.stage() + " already");
    }
    put(to);
    return done();
  }

  private static Outcome done() {
    return new Outcome.Done(Optional.empty(), Optional.empty());
  }
}
