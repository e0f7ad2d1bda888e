package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Appointment;
import java.time.ZoneId;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is told about appointments. Confirming, moving, cancelling: all of it is an update.
final class AppointmentNotices {
  private AppointmentNotices() {}

  static Notice of(String type, Appointment it, ZoneId zone) {
    var fields = JsonNodeFactory.instance.objectNode();
    var appointment = fields.putObject("appointment");
    appointment.put("id", it.id());
    appointment.put("address", it.address());
    appointment.put("title", it.title());
    appointment.put("calendarId", it.calendarId());
    appointment.put("contactId", it.contactId());
    appointment.put("groupId", "");
    appointment.put("appointmentStatus", it.status());
    appointment.put("assignedUserId", it.assignedUserId());
    var users = appointment.putArray("users");
    if (!it.assignedUserId().isEmpty()) {
      users.add(it.assignedUserId());
    }
    appointment.put("notes", it.notes());
    appointment.put("source", it.source());
    appointment.put("startTime", Iso.local(it.start(), zone));
    appointment.put("endTime", Iso.local(it.end(), zone));
    appointment.put("dateAdded", Iso.utc(it.added()));
    appointment.put("dateUpdated", Iso.utc(it.updated()));
    return new Notice(type, fields);
  }
}
