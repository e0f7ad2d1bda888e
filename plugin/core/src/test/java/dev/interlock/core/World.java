package dev.interlock.core;

import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.stage;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One contact in a CRM of a few fields: what commands do to it, and what it looks like when read.
final class World {
  static final PipelineName SALES = new PipelineName("Sales");
  static final List<StageName> STAGES =
      List.of(
          new StageName("New"),
          new StageName("Talking"),
          new StageName("Booked"),
          new StageName("Won"));
  static final LaneName LANE = new LaneName("follow-up");
  static final ContactId ANA = new ContactId("ana");
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  static final CalendarName CALENDAR = new CalendarName("Consultation");

  final Set<TagName> tags = new TreeSet<>();
  final Map<FieldName, String> fields = new TreeMap<>();
  final Map<Channel, String> addresses = new TreeMap<>();
  final Map<Channel, Consent> consent = new TreeMap<>();
  final List<Appointment> appointments = new ArrayList<>();
  final List<String> ticked = new ArrayList<>();
  final List<String> sent = new ArrayList<>();
  Optional<StageName> stage = Optional.empty();
  boolean exists = true;
  private int numbers;

  World() {
    addresses.put(Channel.SMS, "+15550100");
    addresses.put(Channel.EMAIL, "ana@example.com");
    consent.put(Channel.SMS, Consent.ALLOWED);
    consent.put(Channel.EMAIL, Consent.ALLOWED);
  }

  static Operation operation() {
    return business("Test practice")
        .pipeline(
            SALES,
            stage(STAGES.get(0)),
            stage(STAGES.get(1)),
            stage(STAGES.get(2)),
            stage(STAGES.get(3)).asLast())
        .lane(LANE, "one at a time")
        .team("Desk", "Ana Ruiz")
        .build();
  }

  ContactSnapshot read(Instant now) {
    if (!exists) {
      return ContactSnapshot.gone(ANA, now);
    }
    return new ContactSnapshot(
        ANA,
        now,
        true,
        fields,
        addresses,
        consent,
        tags,
        Optional.empty(),
        Optional.empty(),
        Known.said(stage.map(one -> List.of(deal(one, now))).orElse(List.of())),
        Known.said(List.copyOf(appointments)));
  }

  private static Deal deal(StageName stage, Instant now) {
    return new Deal(
        new DealId("deal"),
        "Ana",
        new StageRef(SALES, stage),
        DealStatus.OPEN,
        Optional.empty(),
        now);
  }

  Appointment book(Instant start) {
    numbers++;
    Appointment appointment =
        new Appointment(
            new AppointmentId("appointment-" + numbers),
            CALENDAR,
            start,
            start.plusSeconds(3600),
            Appointment.Status.BOOKED);
    appointments.add(appointment);
    return appointment;
  }

  void mark(Appointment appointment, Appointment.Status status) {
    appointments.replaceAll(one ->
        one.id().equals(appointment.id())
            ? new Appointment(one.id(), one.calendar(), one.start(), one.end(), status)
            : one);
  }

  Outcome carryOut(Command.Doing doing, Instant now) {
    if (!exists) {
      return new Outcome.ContactGone();
    }
    return switch (doing) {
      case Command.Say(var message, _) -> {
        numbers++;
        sent.add(message.channel() + ": " + message.body());
        yield new Outcome.Done(Optional.of(new MessageId("message-" + numbers)), Optional.empty());
      }
      case Command.Perform(var action) -> perform(action);
      case Command.Ensure(var leaves) -> ensure(leaves);
      case Command.Tell _ -> done();
      case Command.TickOff(var tasks) -> {
        ticked.addAll(tasks);
        yield done();
      }
      case Command.ReadBack _ -> new Outcome.ReadBack(read(now));
    };
  }

  private Outcome perform(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> tags.add(tag) ? done() : new Outcome.AlreadySo();
      case Action.RemoveTag(var tag) -> tags.remove(tag) ? done() : new Outcome.AlreadySo();
      case Action.MoveTo(var to) -> move(to.stage());
      case Action.CreateTask _ -> {
        numbers++;
        yield new Outcome.Done(Optional.empty(), Optional.of("task-" + numbers));
      }
      case Action.SetField(var field, var value) -> {
        fields.put(field, value);
        yield done();
      }
      case Action.ClearField(var field) -> {
        fields.remove(field);
        yield done();
      }
      case Action.MarkDeal _, Action.ValueDeal _, Action.AddNote _, Action.Assign _ -> done();
      case Action.Notify _, Action.CallWebhook _, Action.CompleteTasks _ -> done();
      case Action.StartAutomation _, Action.StopAutomation _ -> done();
    };
  }

  private Outcome ensure(Leaves leaves) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> perform(new Action.AddTag(tag));
      case Leaves.NotTagged(var tag) -> perform(new Action.RemoveTag(tag));
      case Leaves.AtStage(var to) -> move(to.stage());
      case Leaves.FieldSet(var field, var value) -> perform(new Action.SetField(field, value));
      case Leaves.DealMarked _ -> done();
    };
  }

  /// Compare-and-set, as every adapter does it.
  private Outcome move(StageName to) {
    int from = stage.map(STAGES::indexOf).orElse(-1);
    int wanted = STAGES.indexOf(to);
    if (wanted == from) {
      return new Outcome.AlreadySo();
    }
    if (wanted < from) {
      return new Outcome.Refused("stage-backward", "the deal stands further on already");
    }
    stage = Optional.of(to);
    return done();
  }

  private static Outcome done() {
    return new Outcome.Done(Optional.empty(), Optional.empty());
  }
}
