package dev.interlock.crm.highlevel.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Calls about calendars and appointments.
public final class CalendarCalls {
  /// The longest stretch for which the CRM lists free slots.
  public static final Duration LONGEST_STRETCH = Duration.ofDays(31);

  private final String locationId;
  private final Exchange exchange;

  CalendarCalls(String locationId, Exchange exchange) {
    this.locationId = locationId;
    this.exchange = exchange;
  }

  public Answer<List<WireCalendar>> calendars() {
    var call = WireCall.of(Operation.LIST_CALENDARS).query("locationId", locationId);
    return exchange.ask(call, json -> json.all("calendars", WireCalendar::new));
  }

  /// A calendar's appointments between two moments.
  public Answer<List<WireAppointment>> events(String calendarId, Instant start, Instant end) {
    var call =
        WireCall.of(Operation.LIST_CALENDAR_EVENTS)
            .query("locationId", locationId)
            .query("calendarId", calendarId)
            .query("startTime", Long.toString(start.toEpochMilli()))
            .query("endTime", Long.toString(end.toEpochMilli()));
    return exchange.ask(call, json -> json.all("events", WireAppointment::new));
  }

  /// The free slots between two moments. They are not held: a booking may still find one taken.
  ///
  /// @throws IllegalArgumentException when they lie more than [#LONGEST_STRETCH] apart
  public Answer<List<WireSlot>> freeSlots(
      String calendarId, Instant start, Instant end, ZoneId zone) {
    if (Duration.between(start, end).compareTo(LONGEST_STRETCH) > 0) {
      throw new IllegalArgumentException("free slots can be asked for 31 days at most");
    }
    var call =
        WireCall.of(Operation.LIST_FREE_SLOTS)
            .id("calendarId", calendarId)
            .query("startDate", Long.toString(start.toEpochMilli()))
            .query("endDate", Long.toString(end.toEpochMilli()))
            .query("timezone", zone.getId());
    return exchange.ask(call, WireSlot::listOf);
  }

  public Answer<WireAppointment> appointment(String appointmentId) {
    var call = WireCall.of(Operation.GET_APPOINTMENT).id("eventId", appointmentId);
    return exchange.ask(call, CalendarCalls::appointment);
  }

  public Answer<WireAppointment> create(NewAppointment appointment) {
    var call = WireCall.of(Operation.CREATE_APPOINTMENT).body(appointment.body(locationId));
    return exchange.ask(call, CalendarCalls::appointment);
  }

  public Answer<WireAppointment> update(String appointmentId, AppointmentChange change) {
    var call =
        WireCall.of(Operation.UPDATE_APPOINTMENT).id("eventId", appointmentId).body(change.body());
    return exchange.ask(call, CalendarCalls::appointment);
  }

  /// Reading puts the appointment under `event` (some say `appointment`), writing answers it bare.
  private static WireAppointment appointment(Json json) {
    for (String key : List.of("event", "appointment")) {
      if (json.at(key).isObject()) {
        return new WireAppointment(json.at(key));
      }
    }
    return new WireAppointment(json);
  }
}
