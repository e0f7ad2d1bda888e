package dev.interlock.crm.highlevel.event;

import static dev.interlock.contract.model.EventPattern.AppointmentChange.BOOKED;
import static dev.interlock.contract.model.EventPattern.AppointmentChange.CANCELLED;
import static dev.interlock.contract.model.EventPattern.AppointmentChange.CONFIRMED;
import static dev.interlock.contract.model.EventPattern.AppointmentChange.NO_SHOW;
import static dev.interlock.contract.model.EventPattern.AppointmentChange.RESCHEDULED;
import static dev.interlock.contract.model.EventPattern.AppointmentChange.SHOWED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening.AppointmentHappened;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentEventsTest {
  private static final String TEN = "2026-11-05T10:00:00+01:00";
  private static final String ELEVEN = "2026-11-05T11:00:00+01:00";

  private final Given given = new Given();

  @ParameterizedTest
  @CsvSource({"new, BOOKED", "confirmed, CONFIRMED"})
  void tellsABookingWhetherTheCalendarConfirmsByItselfOrNot(
      String status, Appointment.Status stands) {
    assertThat(given.happened(appointment("AppointmentCreate", "12:00:00", TEN, status)))
        .containsExactly(
            new AppointmentHappened(
                BOOKED,
                new Appointment(
                    new AppointmentId("appt1"),
                    new CalendarName("Consultation"),
                    Instant.parse("2026-11-05T09:00:00Z"),
                    Instant.parse("2026-11-05T10:30:00Z"),
                    stands)));
  }

  @ParameterizedTest
  @CsvSource({
    "confirmed, CONFIRMED",
    "cancelled, CANCELLED",
    "showed, SHOWED",
    "noshow, NO_SHOW",
    "invalid, CANCELLED"
  })
  void tellsWhatBecameOfIt(String status, AppointmentChange change) {
    given.delivered(appointment("AppointmentCreate", "12:00:00", TEN, "new"));

    assertThat(changes(appointment("AppointmentUpdate", "12:05:00", TEN, status)))
        .containsExactly(change);
  }

  @Test
  void knowsAnAppointmentThatWasMovedByItsBeginning() {
    given.delivered(appointment("AppointmentCreate", "12:00:00", TEN, "new"));

    assertThat(changes(appointment("AppointmentUpdate", "12:05:00", ELEVEN, "new")))
        .containsExactly(RESCHEDULED);
    assertThat(changes(appointment("AppointmentUpdate", "12:06:00", ELEVEN, "new"))).isEmpty();
  }

  @Test
  void believesWhatItSeesAndNotAWrongType() {
    given.delivered(appointment("AppointmentCreate", "12:00:00", TEN, "new"));

    assertThat(changes(appointment("AppointmentCreate", "12:05:00", TEN, "cancelled")))
        .containsExactly(CANCELLED);
  }

  @Test
  void takesADeletionForACancellationUnlessItWasCancelledBefore() {
    given.delivered(appointment("AppointmentCreate", "12:00:00", TEN, "new"));
    assertThat(changes(appointment("AppointmentDelete", "12:05:00", TEN, "new")))
        .containsExactly(CANCELLED);

    var other = new Given();
    other.delivered(appointment("AppointmentCreate", "12:00:00", TEN, "new"));
    other.delivered(appointment("AppointmentUpdate", "12:03:00", TEN, "cancelled"));
    assertThat(other.happened(appointment("AppointmentDelete", "12:05:00", TEN, "cancelled")))
        .isEmpty();
  }

  @Test
  void tellsTheBookingThatItMissedWhenItFirstHearsOfAnAppointmentByAChange() {
    assertThat(changes(appointment("AppointmentUpdate", "12:05:00", TEN, "confirmed")))
        .containsExactly(BOOKED, CONFIRMED);
    assertThat(changes(appointment("AppointmentCreate", "12:00:00", TEN, "new"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"showed, SHOWED", "noshow, NO_SHOW", "cancelled, CANCELLED"})
  void tellsTheEndOfAnAppointmentThatItNeverHeardOf(String status, AppointmentChange change) {
    assertThat(changes(appointment("AppointmentUpdate", "12:05:00", TEN, status)))
        .containsExactly(change);
  }

  @Test
  void doesNotLetAnOlderDeliveryUndoANewerOne() {
    given.delivered(appointment("AppointmentCreate", "12:00:00", TEN, "new"));
    given.delivered(appointment("AppointmentUpdate", "12:10:00", TEN, "cancelled"));

    assertThat(changes(appointment("AppointmentUpdate", "12:05:00", TEN, "confirmed"))).isEmpty();
  }

  @Test
  void tellsWhoBookedWhereTheContactDidItThemselves() {
    assertThat(given.delivered(appointment("AppointmentCreate", "12:00:00", TEN, "new")).events())
        .extracting(DomainEvent::provenance)
        .containsExactly(DomainEvent.Provenance.OUTSIDE);
  }

  private List<AppointmentChange> changes(String json) {
    return given.happened(json).stream()
        .map(what -> ((AppointmentHappened) what).change())
        .toList();
  }

  private static String appointment(String type, String time, String start, String status) {
    return """
    {"type": "%s", "locationId": "loc1", "timestamp": "2026-11-02T%sZ", "appointment": {
      "id": "appt1", "calendarId": "cal1", "contactId": "contact1",
      "appointmentStatus": "%s", "startTime": "%s", "endTime": "2026-11-05T11:30:00+01:00",
      "source": "booking_widget", "dateUpdated": "2026-11-02T%sZ"}}
    """
        .formatted(type, time, status, start, time);
  }
}
