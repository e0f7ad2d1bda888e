package dev.interlock.torture.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TellingTest {
  private static Optional<Told> told(String json) {
    return Telling.of(JsonMapper.shared().readTree(json));
  }

  @Test
  void aCallBeginsATextBackAndAMessageIsOnlyHeard() {
    assertThat(
            told(
                """
                {"type": "InboundMessage", "messageType": "CALL", "messageId": "m1", "contactId": "ann"}
                """))
        .contains(Told.begins("missed-call-text-back", "m1", "ann"));
    assertThat(
            told(
                """
                {"type": "InboundMessage", "messageType": "SMS", "messageId": "m2", "contactId": "ann"}
                """))
        .contains(Told.heard("m2", "ann"));
  }

  @Test
  void newContactsAndAppointmentsBeginWhatTheyAreFor() {
    assertThat(
            told(
                """
                {"type": "ContactCreate", "id": "ann"}
                """))
        .contains(Told.begins("speed-to-lead", "ann", "ann"));
    assertThat(
            told(
                """
                {"type": "AppointmentCreate", "appointment": {"id": "a1", "contactId": "ann"}}
                """))
        .contains(Told.begins("appointment-reminders", "a1", "ann"));
  }

  @Test
  void aDateThatIsCancelledIsOff() {
    assertThat(
            told(
                """
                {"type": "AppointmentUpdate",
                  "appointment": {"id": "a1", "contactId": "ann", "appointmentStatus": "cancelled"}}
                """))
        .contains(Told.over("a1", "ann"));
  }

  @Test
  void aDateThatHasBeenIsOver() {
    assertThat(
            told(
                """
                {"type": "AppointmentUpdate",
                  "appointment": {"id": "a1", "contactId": "ann", "appointmentStatus": "showed"}}
                """))
        .contains(Told.over("a1", "ann"));
  }

  @Test
  void onOthersNothingDepends() {
    assertThat(
            told(
                """
                {"type": "ContactTagUpdate", "id": "ann"}
                """))
        .isEmpty();
  }
}
