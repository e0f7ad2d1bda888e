package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.world.Appointment;
import dev.interlock.sandbox.world.Change;
import dev.interlock.sandbox.world.Contact;
import dev.interlock.sandbox.world.Message;
import dev.interlock.sandbox.world.Note;
import dev.interlock.sandbox.world.Opportunity;
import dev.interlock.sandbox.world.Submission;
import dev.interlock.sandbox.world.Task;
import dev.interlock.sandbox.world.Thing;
import dev.interlock.sandbox.world.World;
import java.time.ZoneId;
import java.util.List;

/// Says of each change which webhooks the CRM would send.
final class Announcer {
  private final World world;
  private final ZoneId zone;

  Announcer(World world) {
    this.world = world;
    this.zone = world.directory().location().zone();
  }

  List<Notice> notices(Change change) {
    return switch (change) {
      case Change.Created created -> created(created.it());
      case Change.Deleted deleted -> deleted(deleted.it());
      case Change.ContactChanged changed -> ContactNotices.changed(changed);
      case Change.MessageChanged changed ->
          MessageNotices.changed(changed, world.directory().location());
      case Change.MailTold told -> MessageNotices.told(told, world.directory().location());
      case Change.OpportunityChanged changed -> OpportunityNotices.changed(changed);
      case Change.AppointmentChanged changed ->
          List.of(AppointmentNotices.of("AppointmentUpdate", changed.after(), zone));
      case Change.TaskChanged(Task before, Task after, _, _) ->
          after.completed() && !before.completed()
              ? List.of(TaskNotices.of("TaskComplete", after))
              : List.of();
      case Change.NoteChanged changed -> List.of(TaskNotices.of("NoteUpdate", changed.after()));
      case Change.Enrolled _ -> List.of();
    };
  }

  private List<Notice> created(Thing thing) {
    return switch (thing) {
      case Contact it -> ContactNotices.created(it);
      case Message it -> MessageNotices.created(it, world.conversations().unreadOf(it.contactId()));
      case Opportunity it -> OpportunityNotices.created(it);
      case Appointment it -> List.of(AppointmentNotices.of("AppointmentCreate", it, zone));
      case Task it -> List.of(TaskNotices.of("TaskCreate", it));
      case Note it -> List.of(TaskNotices.of("NoteCreate", it));
      case Submission it ->
          world.submissions().areMessages()
              ? List.of(MessageNotices.submitted(it, world))
              : List.of();
    };
  }

  private List<Notice> deleted(Thing thing) {
    return switch (thing) {
      case Contact it -> ContactNotices.deleted(it);
      case Opportunity it -> OpportunityNotices.deleted(it);
      case Appointment it -> List.of(AppointmentNotices.of("AppointmentDelete", it, zone));
      case Task it -> List.of(TaskNotices.of("TaskDelete", it));
      case Note it -> List.of(TaskNotices.of("NoteDelete", it));
      case Message _, Submission _ -> List.of();
    };
  }
}
