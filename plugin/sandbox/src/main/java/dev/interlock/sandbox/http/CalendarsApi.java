package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Calendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// Calendars and their free slots.
final class CalendarsApi {
  private static final Needs READ = new Needs("calendars.readonly", Routes.APRIL).without422();
  private static final Duration LONGEST_LOOK = Duration.ofDays(31);

  private CalendarsApi() {}

  static void addTo(Routes routes) {
    routes.get("/calendars/", READ, CalendarsApi::list);
    routes.get("/calendars/{calendarId}", READ, CalendarsApi::read);
    routes.get("/calendars/{calendarId}/free-slots", READ, CalendarsApi::freeSlots);
  }

  static Calendar calendar(Call call, String id) {
    return call.world()
        .calendars()
        .calendar(id)
        .orElseThrow(() -> Refused.notFound("Calendar", id));
  }

  private static Answer list(Call call) {
    call.needsLocation(call.neededQuery("locationId"));
    var json = Json.object();
    call.world().calendars().all().stream()
        .map(calendar -> json(call, calendar))
        .forEach(json.putArray("calendars")::add);
    return Answer.ok(json);
  }

  private static Answer read(Call call) {
    var calendar = calendar(call, call.path("calendarId"));
    return Answer.ok(Json.wrapped("calendar", json(call, calendar)));
  }

  /// One key for each day that has slots, beside keys that are no days.
  private static Answer freeSlots(Call call) {
    var calendar = calendar(call, call.path("calendarId"));
    var start = millis(call, "startDate");
    var end = millis(call, "endDate");
    if (end.isBefore(start) || Duration.between(start, end).compareTo(LONGEST_LOOK) > 0) {
      throw Refused.badRequest("The date range cannot be more than 31 days.");
    }
    var zone = zone(call);
    var business = call.world().directory().location().zone();
    var json = Json.object();
    start
        .atZone(business)
        .toLocalDate()
        .datesUntil(end.atZone(business).toLocalDate().plusDays(1))
        .flatMap(day -> call.world().calendars().freeSlots(calendar, day).stream())
        .map(slot -> slot.toInstant())
        .filter(slot -> !slot.isBefore(start) && slot.isBefore(end))
        .forEach(slot ->
            json.withObjectProperty(slot.atZone(zone).toLocalDate().toString())
                .withArrayProperty("slots")
                .add(Iso.local(slot, zone)));
    return Answer.ok(json);
  }

  private static Instant millis(Call call, String name) {
    var written = call.neededQuery(name);
    if (!written.matches("\\d{12,14}")) {
      throw Refused.invalid(name + " must be a number of milliseconds");
    }
    return Instant.ofEpochMilli(Long.parseLong(written));
  }

  private static ZoneId zone(Call call) {
    var wanted = call.query("timezone");
    if (wanted.isEmpty()) {
      return call.world().directory().location().zone();
    }
    try {
      return ZoneId.of(wanted);
    } catch (DateTimeException unknown) {
      throw Refused.invalid("timezone must be a valid time zone");
    }
  }

  private static ObjectNode json(Call call, Calendar calendar) {
    var slug = calendar.name().toLowerCase(Locale.ROOT).replace(' ', '-');
    var json =
        Json.object()
            .put("id", calendar.id())
            .put("locationId", call.world().directory().location().id())
            .put("name", calendar.name())
            .put("isActive", true)
            .put("calendarType", "round_robin")
            .put("slug", slug)
            .put("widgetSlug", slug)
            .put("slotDuration", calendar.slot().toMinutes())
            .put("slotDurationUnit", "mins")
            .put("slotInterval", calendar.slot().toMinutes())
            .put("slotIntervalUnit", "mins")
            .put("appoinmentPerSlot", calendar.seats())
            .put("autoConfirm", true)
            .put("allowReschedule", true)
            .put("allowCancellation", true);
    var members = json.putArray("teamMembers");
    calendar.members().forEach(user -> members.addObject().put("userId", user));
    var hours = json.putArray("openHours").addObject();
    var days = hours.putArray("daysOfTheWeek");
    // Sunday is 0
    calendar.days().stream()
        .map(DayOfWeek::getValue)
        .map(day -> day % 7)
        .sorted()
        .forEach(days::add);
    hours
        .putArray("hours")
        .addObject()
        .put("openHour", calendar.opens().getHour())
        .put("openMinute", calendar.opens().getMinute())
        .put("closeHour", calendar.closes().getHour())
        .put("closeMinute", calendar.closes().getMinute());
    return json;
  }
}
