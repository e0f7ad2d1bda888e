package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Appointment;
import dev.interlock.sandbox.world.Calendar;
import dev.interlock.sandbox.world.World;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/// Appointments: book, change, read, delete, and what a contact or a calendar has.
final class AppointmentsApi {
  private static final Needs READ =
      new Needs("calendars/events.readonly", Routes.APRIL).without422();
  private static final Needs WRITE = new Needs("calendars/events.write", Routes.APRIL).without422();
  private static final List<String> STATUSES =
      List.of("new", "confirmed", "cancelled", "showed", "noshow", "invalid");

  private static final Shape CREATE =
      common().needs(Kind.TEXT, "calendarId", "locationId", "contactId", "startTime");
  private static final Shape UPDATE = common();

  private AppointmentsApi() {}

  private static Shape common() {
    return new Shape()
        .may(Kind.TEXT, "calendarId", "startTime", "endTime", "title", "appointmentStatus")
        .may(Kind.TEXT, "assignedUserId", "address", "description", "meetingLocationType")
        .may(Kind.TEXT, "meetingLocationId", "rrule")
        .may(Kind.BOOLEAN, "ignoreDateRange", "ignoreFreeSlotValidation", "toNotify")
        .may(Kind.BOOLEAN, "overrideLocationConfig");
  }

  static void addTo(Routes routes) {
    routes.post("/calendars/events/appointments", WRITE, AppointmentsApi::create);
    routes.put("/calendars/events/appointments/{eventId}", WRITE, AppointmentsApi::update);
    routes.get("/calendars/events/appointments/{eventId}", READ, AppointmentsApi::read);
    routes.delete("/calendars/events/{eventId}", WRITE, AppointmentsApi::delete);
    routes.get("/calendars/events", READ, AppointmentsApi::list);
    routes.get("/contacts/{contactId}/appointments", ContactsApi.READ, AppointmentsApi::ofContact);
  }

  private static Answer create(Call call) {
    var body = CREATE.check(call.body());
    call.needsLocation(body.path("locationId").stringValue());
    var contact = ContactsApi.contact(call, body.path("contactId").stringValue());
    var calendar = CalendarsApi.calendar(call, body.path("calendarId").stringValue());
    var start = time(body, "startTime", call.world().now());
    checkSlot(call, calendar, start, body);
    var now = call.world().now();
    var bare =
        new Appointment(
            call.world().calendars().newId(contact.id()),
            calendar.id(),
            contact.id(),
            calendar.name(),
            "confirmed",
            calendar.members().isEmpty() ? "" : calendar.members().getFirst(),
            start,
            start.plus(calendar.slot()),
            "",
            "",
            "api",
            "",
            now,
            now);
    var made = call.world().calendars().add(written(bare, body), By.API);
    return Answer.ok(AppointmentJson.brief(made, call.world()));
  }

  private static Answer update(Call call) {
    var old = appointment(call);
    var body = UPDATE.check(call.body());
    var start = time(body, "startTime", old.start());
    if (!start.equals(old.start())) {
      checkSlot(call, CalendarsApi.calendar(call, old.calendarId()), start, body);
    }
    var updated = call.world().calendars().edit(old.id(), it -> written(it, body), By.API);
    return Answer.ok(AppointmentJson.brief(updated, call.world()));
  }

  private static void checkSlot(Call call, Calendar calendar, Instant start, ObjectNode body) {
    if (body.path("ignoreFreeSlotValidation").asBoolean(false)) {
      return;
    }
    var calendars = call.world().calendars();
    if (!calendars.isSlot(calendar, start) || !calendars.isFree(calendar, start)) {
      throw Refused.badRequest("The slot you have selected is no longer available.");
    }
  }

  private static Appointment written(Appointment old, ObjectNode body) {
    var start = time(body, "startTime", old.start());
    var length = Duration.between(old.start(), old.end());
    var status = body.path("appointmentStatus").asString(old.status());
    if (!STATUSES.contains(status)) {
      throw Refused.invalid(
          "appointmentStatus must be one of the following values: " + String.join(", ", STATUSES));
    }
    return old.at(start, time(body, "endTime", start.plus(length)))
        .withStatus(status)
        .titled(
            body.path("title").asString(old.title()),
            body.path("address").asString(old.address()),
            body.path("assignedUserId").asString(old.assignedUserId()),
            body.path("description").asString(old.notes()));
  }

  private static Instant time(ObjectNode body, String name, Instant fallback) {
    var written = body.path(name).asString("");
    if (written.isEmpty()) {
      return fallback;
    }
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException notIso) {
      throw Refused.invalid(name + " must be a valid ISO 8601 date string");
    }
  }

  private static Answer read(Call call) {
    return Answer.ok(Json.wrapped("event", AppointmentJson.whole(appointment(call), call.world())));
  }

  /// A deletion is answered with 201.
  private static Answer delete(Call call) {
    call.world().calendars().delete(appointment(call).id(), By.API);
    return Answer.created(Json.object().put("succeeded", true));
  }

  private static Answer list(Call call) {
    call.needsLocation(call.neededQuery("locationId"));
    var from = millis(call, "startTime");
    var to = millis(call, "endTime");
    var calendarId = call.query("calendarId");
    var userId = call.query("userId");
    if (calendarId.isEmpty() && userId.isEmpty() && call.query("groupId").isEmpty()) {
      throw Refused.invalid("Either of userId, groupId or calendarId is required");
    }
    return Answer.ok(
        events(
            call,
            call.world().calendars().appointments().stream()
                .filter(it -> calendarId.isEmpty() || it.calendarId().equals(calendarId))
                .filter(it -> userId.isEmpty() || it.assignedUserId().equals(userId))
                .filter(it -> !it.start().isBefore(from) && it.start().isBefore(to))
                .toList(),
            AppointmentJson::whole));
  }

  private static Answer ofContact(Call call) {
    var contact = ContactsApi.contact(call);
    return Answer.ok(
        events(call, call.world().calendars().of(contact.id()), AppointmentJson::ofContact));
  }

  private static ObjectNode events(
      Call call, List<Appointment> appointments, BiFunction<Appointment, World, ObjectNode> form) {
    var json = Json.object();
    appointments.stream()
        .map(appointment -> form.apply(appointment, call.world()))
        .forEach(json.putArray("events")::add);
    return json;
  }

  private static Instant millis(Call call, String name) {
    var written = call.neededQuery(name);
    if (!written.matches("\\d{12,14}")) {
      throw Refused.invalid(name + " must be a number of milliseconds");
    }
    return Instant.ofEpochMilli(Long.parseLong(written));
  }

  private static Appointment appointment(Call call) {
    var id = call.path("eventId");
    return call.world().calendars().find(id).orElseThrow(() -> Refused.notFound("Event", id));
  }
}
