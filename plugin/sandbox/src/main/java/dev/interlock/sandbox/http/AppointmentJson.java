package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Appointment;
import dev.interlock.sandbox.world.World;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// How the API writes an appointment: briefly after a change, wholly when read.
final class AppointmentJson {
  private AppointmentJson() {}

  /// Without the dates of the change itself, which the vendor leaves out here.
  static ObjectNode brief(Appointment it, World world) {
    var location = world.directory().location();
    return Json.object()
        .put("id", it.id())
        .put("calendarId", it.calendarId())
        .put("locationId", location.id())
        .put("contactId", it.contactId())
        .put("startTime", Iso.local(it.start(), location.zone()))
        .put("endTime", Iso.local(it.end(), location.zone()))
        .put("title", it.title())
        .put("appointmentStatus", it.status())
        .put("assignedUserId", it.assignedUserId())
        .put("address", it.address())
        .put("isRecurring", false);
  }

  /// As it stands in the list of a contact's, which says less and says the status twice.
  static ObjectNode ofContact(Appointment it, World world) {
    var json = whole(it, world).put("status", it.status());
    json.remove(List.of("createdBy", "isRecurring"));
    return json;
  }

  static ObjectNode whole(Appointment it, World world) {
    var json = brief(it, world).put("groupId", "").put("notes", it.notes());
    var users = json.putArray("users");
    if (!it.assignedUserId().isEmpty()) {
      users.add(it.assignedUserId());
    }
    json.put("dateAdded", Iso.utc(it.added()));
    json.put("dateUpdated", Iso.utc(it.updated()));
    var creator = json.putObject("createdBy").put("source", it.source());
    if (!it.createdBy().isEmpty()) {
      creator.put("userId", it.createdBy());
    }
    return json;
  }
}
