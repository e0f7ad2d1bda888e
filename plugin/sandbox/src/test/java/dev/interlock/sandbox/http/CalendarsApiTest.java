package dev.interlock.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.time.SandboxClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendarsApiTest {
  private final Sandbox sandbox =
      Sandbox.start(DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1));
  private final Crm crm = Crm.of(sandbox);
  private final String contactId = crm.contact("Ada", "+13015550100");
  private final String calendarId =
      crm.get("/calendars/?locationId=" + DemoWorld.LOCATION_ID).is(200).text("/calendars/0/id");

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Crm.Reply slots(Duration ahead) {
    return crm.get(
        "/calendars/%s/free-slots?startDate=%d&endDate=%d"
            .formatted(
                calendarId,
                DemoWorld.BEGIN.toEpochMilli(),
                DemoWorld.BEGIN.plus(ahead).toEpochMilli()));
  }

  private Crm.Reply book(String start) {
    return crm.post(
        "/calendars/events/appointments",
        """
        {"calendarId": "%s", "locationId": "%s", "contactId": "%s", "startTime": "%s"}\
        """
            .formatted(calendarId, DemoWorld.LOCATION_ID, contactId, start));
  }

  @Test
  void freeSlotsAreGivenByDayWithTheOffsetOfThePlace() {
    var found = slots(Duration.ofDays(2)).is(200);

    assertThat(found.text("/2026-11-02/slots/0")).isEqualTo("2026-11-02T09:00:00-05:00");
    assertThat(found.body().at("/2026-11-03/slots")).hasSize(16);
    assertThat(found.body().has("traceId")).isTrue();
  }

  @Test
  void freeSlotsAreGivenForAMonthAtMost() {
    slots(Duration.ofDays(32)).is(400);
  }

  @Test
  void aSlotIsBookedAndReadBack() {
    var made = book("2026-11-03T10:00:00-05:00").is(200);
    var event = "/calendars/events/appointments/" + made.text("/id");

    var read = crm.get(event).is(200);

    assertThat(read.text("/event/appointmentStatus")).isEqualTo("confirmed");
    assertThat(read.text("/event/startTime")).isEqualTo("2026-11-03T10:00:00-05:00");
    assertThat(read.text("/event/endTime")).isEqualTo("2026-11-03T10:30:00-05:00");
    var own = crm.get("/contacts/" + contactId + "/appointments").is(200);
    assertThat(own.text("/events/0/id")).isEqualTo(made.text("/id"));
  }

  @Test
  void aSlotThatIsFullIsRefused() {
    for (int i = 0; i < 3; i++) {
      book("2026-11-03T10:00:00-05:00").is(200);
    }

    assertThat(book("2026-11-03T10:00:00-05:00").is(400).text("/message"))
        .isEqualTo("The slot you have selected is no longer available.");
    assertThat(slots(Duration.ofDays(2)).body().at("/2026-11-03/slots")).hasSize(15);
  }

  @Test
  void aTimeThatIsNoSlotIsRefused() {
    book("2026-11-03T10:10:00-05:00").is(400);
    book("2026-11-07T10:00:00-05:00").is(400);
    book("2026-11-03T17:00:00-05:00").is(400);
    book("2026-11-02T08:00:00-05:00").is(400);
  }

  @Test
  void anAppointmentIsMovedCancelledAndDeleted() {
    var id = book("2026-11-03T10:00:00-05:00").text("/id");
    var event = "/calendars/events/appointments/" + id;

    var moved = crm.put(event, "{\"startTime\": \"2026-11-03T11:00:00-05:00\"}").is(200);
    assertThat(moved.text("/endTime")).isEqualTo("2026-11-03T11:30:00-05:00");
    assertThat(moved.body().has("dateUpdated")).isFalse();

    crm.put(event, "{\"appointmentStatus\": \"cancelled\"}").is(200);
    crm.mistaken().put(event, "{\"appointmentStatus\": \"canceled\"}").is(400);
    assertThat(slots(Duration.ofDays(2)).body().at("/2026-11-03/slots")).hasSize(16);

    crm.delete("/calendars/events/" + id, "{}").is(201);
    crm.get(event).is(404);
  }

  @Test
  void eventsOfACalendarAreReadBetweenTwoTimes() {
    book("2026-11-03T10:00:00-05:00").is(200);
    var target =
        "/calendars/events?locationId=" + DemoWorld.LOCATION_ID + "&startTime=%d&endTime=%d";
    long from = DemoWorld.BEGIN.toEpochMilli();
    long to = DemoWorld.BEGIN.plus(Duration.ofDays(2)).toEpochMilli();

    var found = crm.get((target + "&calendarId=" + calendarId).formatted(from, to)).is(200);

    assertThat(found.body().path("events")).hasSize(1);
    crm.get(target.formatted(from, to)).is(400);
  }

  @Test
  void aCalendarTellsItsHours() {
    var read = crm.get("/calendars/" + calendarId).is(200);

    assertThat(read.text("/calendar/name")).isEqualTo("Consultation");
    assertThat(read.body().at("/calendar/openHours/0/daysOfTheWeek").toString())
        .isEqualTo("[1,2,3,4,5]");
    assertThat(read.body().at("/calendar/openHours/0/hours/0/openHour").asInt()).isEqualTo(9);
  }
}
