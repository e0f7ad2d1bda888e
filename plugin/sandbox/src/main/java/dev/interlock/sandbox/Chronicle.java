package dev.interlock.sandbox;

import dev.interlock.sandbox.people.Cast;
import dev.interlock.sandbox.records.AppointmentRow;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.CardRow;
import dev.interlock.sandbox.records.ContactRow;
import dev.interlock.sandbox.records.DeliveryRow;
import dev.interlock.sandbox.records.EnrolmentRow;
import dev.interlock.sandbox.records.MessageRow;
import dev.interlock.sandbox.records.NoteRow;
import dev.interlock.sandbox.records.RequestRow;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.records.StageMove;
import dev.interlock.sandbox.records.TagChange;
import dev.interlock.sandbox.records.TaskRow;
import dev.interlock.sandbox.world.Appointment;
import dev.interlock.sandbox.world.Change;
import dev.interlock.sandbox.world.Contact;
import dev.interlock.sandbox.world.CustomField;
import dev.interlock.sandbox.world.DoNotDisturb;
import dev.interlock.sandbox.world.Message;
import dev.interlock.sandbox.world.Note;
import dev.interlock.sandbox.world.Opportunity;
import dev.interlock.sandbox.world.Task;
import dev.interlock.sandbox.world.Watcher;
import dev.interlock.sandbox.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes down what happens in a world, and reads it out together with how things stand.
final class Chronicle implements Watcher {
  private final World world;
  private final Cast cast;
  private final List<StageMove> stageMoves = new ArrayList<>();
  private final List<TagChange> tagChanges = new ArrayList<>();
  private final List<EnrolmentRow> enrolments = new ArrayList<>();
  private final Map<String, By> bookers = new HashMap<>();

  Chronicle(World world, Cast cast) {
    this.world = world;
    this.cast = cast;
    world.watch(this);
  }

  @Override
  public void saw(Change change) {
    switch (change) {
      case Change.Created(Contact contact, By by, var at) when !contact.tags().isEmpty() ->
          tagChanges.add(
              new TagChange(contact.id(), List.copyOf(contact.tags()), List.of(), by, at));
      case Change.Created(Appointment appointment, By by, _) -> bookers.put(appointment.id(), by);
      case Change.ContactChanged changed when changed.touchesTags() -> noteTags(changed);
      case Change.OpportunityChanged changed -> noteMove(changed);
      case Change.Enrolled(var contactId, var workflowId, var joined, By by, var at) ->
          enrolments.add(new EnrolmentRow(contactId, workflowId, joined, by, at));
      case Change.Created _,
          Change.Deleted _,
          Change.ContactChanged _,
          Change.MessageChanged _,
          Change.MailTold _,
          Change.AppointmentChanged _,
          Change.TaskChanged _,
          Change.NoteChanged _ -> {}
    }
  }

  private void noteTags(Change.ContactChanged change) {
    tagChanges.add(
        new TagChange(
            change.contactId(),
            without(change.after().tags(), change.before().tags()),
            without(change.before().tags(), change.after().tags()),
            change.by(),
            change.at()));
  }

  private static List<String> without(Set<String> tags, Set<String> others) {
    var left = new LinkedHashSet<>(tags);
    left.removeAll(others);
    return List.copyOf(left);
  }

  private void noteMove(Change.OpportunityChanged change) {
    if (change.before().stageId().equals(change.after().stageId())) {
      return;
    }
    var from = world.opportunities().stageOf(change.before());
    var to = world.opportunities().stageOf(change.after());
    stageMoves.add(
        new StageMove(
            change.after().id(),
            change.contactId(),
            pipelineName(change.after()),
            from.name(),
            to.name(),
            from.position(),
            to.position(),
            change.by(),
            change.at()));
  }

  SandboxRecords read(List<RequestRow> requests, List<DeliveryRow> deliveries) {
    return world.ask(() ->
        new SandboxRecords(
            world.now(),
            world.contacts().all().stream().map(this::row).toList(),
            world.conversations().all().stream().map(Chronicle::row).toList(),
            stageMoves,
            tagChanges,
            world.tasks().all().stream().map(Chronicle::row).toList(),
            world.notes().all().stream().map(Chronicle::row).toList(),
            world.calendars().appointments().stream().map(this::row).toList(),
            enrolments,
            requests,
            deliveries));
  }

  private ContactRow row(Contact contact) {
    return new ContactRow(
        contact.id(),
        contact.fullName(),
        contact.phone(),
        contact.email(),
        contact.detail("assignedTo"),
        List.copyOf(contact.tags()),
        DoNotDisturb.CHANNELS.stream().filter(contact.silence()::blocks).toList(),
        customFields(contact),
        world.opportunities().of(contact.id()).stream().map(this::card).toList(),
        cast.behaviourOf(contact.id()).map(Enum::name).orElse(""));
  }

  private Map<String, String> customFields(Contact contact) {
    var values = new LinkedHashMap<String, String>();
    contact
        .customFields()
        .forEach((id, value) ->
            values.put(
                world.directory().customField(id, "").map(CustomField::key).orElse(id),
                value.isString() ? value.stringValue() : value.toString()));
    return values;
  }

  private CardRow card(Opportunity opportunity) {
    return new CardRow(
        opportunity.id(),
        pipelineName(opportunity),
        world.opportunities().stageOf(opportunity).name(),
        opportunity.status(),
        opportunity.assignedTo(),
        opportunity.stageChanged());
  }

  private String pipelineName(Opportunity opportunity) {
    return world
        .opportunities()
        .pipeline(opportunity.pipelineId())
        .map(pipeline -> pipeline.name())
        .orElse("");
  }

  private AppointmentRow row(Appointment it) {
    return new AppointmentRow(
        it.id(),
        it.contactId(),
        world.calendars().calendar(it.calendarId()).map(calendar -> calendar.name()).orElse(""),
        it.status(),
        it.start(),
        it.end(),
        bookers.getOrDefault(it.id(), By.CRM),
        it.added());
  }

  private static MessageRow row(Message it) {
    return new MessageRow(
        it.id(),
        it.contactId(),
        it.added(),
        it.direction().word(),
        it.channel(),
        it.subject(),
        it.body(),
        it.source(),
        it.status(),
        it.by());
  }

  private static TaskRow row(Task it) {
    return new TaskRow(
        it.id(),
        it.contactId(),
        it.title(),
        it.body(),
        it.assignedTo(),
        it.dueDate(),
        it.completed(),
        it.by(),
        it.added());
  }

  private static NoteRow row(Note it) {
    return new NoteRow(it.id(), it.contactId(), it.body(), it.userId(), it.by(), it.added());
  }
}
