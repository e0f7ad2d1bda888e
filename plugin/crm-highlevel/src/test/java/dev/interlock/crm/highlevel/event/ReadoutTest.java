package dev.interlock.crm.highlevel.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.Translation;
import dev.interlock.crm.highlevel.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What was read and what a webhook tells come to the same events, whichever comes first.
class ReadoutTest {
  private static final Readout READING =
      new Readout(Instant.parse("2026-11-02T12:10:00Z"), Instant.parse("2026-11-02T11:00:00Z"));

  private final Given given = new Given();

  private static String contact(String changed, String tags) {
    return """
    {"id": "ann", "dateAdded": "2026-11-01T09:00:00.000Z", "dateUpdated": "%s",
     "dnd": false, "dndSettings": {"SMS": {"status": "inactive"}}, "tags": [%s]}
    """
        .formatted(changed, tags);
  }

  private static String contactWebhook(String type, String sent, String tags) {
    return """
    {"type": "%s", "locationId": "loc1", "webhookId": "w-%s", "timestamp": "%s", "id": "ann",
     "dateAdded": "2026-11-01T09:00:00.000Z", "dnd": false, "tags": [%s]}
    """
        .formatted(type, sent, sent, tags);
  }

  private static String deal(String stage, String changed, String made) {
    return """
    {"id": "d1", "contactId": "ann", "pipelineId": "pipe1", "pipelineStageId": "%s",
     "status": "open", "createdAt": "%s", "updatedAt": "%s", "lastStageChangeAt": "%s",
     "lastStatusChangeAt": "%s"}
    """
        .formatted(stage, made, changed, changed, made);
  }

  private static String dealWebhook(String type, String stage, String sent) {
    return """
    {"type": "%s", "locationId": "loc1", "webhookId": "w-%s-%s", "timestamp": "%s",
     "id": "d1", "contactId": "ann", "pipelineId": "pipe1", "pipelineStageId": "%s",
     "status": "open", "dateAdded": "2026-11-02T12:00:00.000Z"}
    """
        .formatted(type, type, sent, sent, stage);
  }

  private static String appointment(String status, String changed, String made) {
    return """
    {"id": "a1", "calendarId": "cal1", "contactId": "ann", "appointmentStatus": "%s",
     "startTime": "2026-11-09T10:00:00Z", "endTime": "2026-11-09T10:30:00Z",
     "dateAdded": "%s", "dateUpdated": "%s"}
    """
        .formatted(status, made, changed);
  }

  private static String appointmentWebhook(String type, String sent, String appointment) {
    return """
    {"type": "%s", "locationId": "loc1", "webhookId": "w-%s", "timestamp": "%s",
     "appointment": %s}
    """
        .formatted(type, sent, sent, appointment);
  }

  private List<String> told(String webhook) {
    return given.ids(webhook);
  }

  private List<String> read(Optional<Sighting> sighting) {
    return given.ids(sighting.orElseThrow().text());
  }

  private List<String> readContact(String json) {
    return read(READING.contact(Json.parse(json)));
  }

  private List<String> readDeal(String json) {
    return read(READING.deal(Json.parse(json)));
  }

  private List<String> readAppointment(String json) {
    return read(READING.appointment(Json.parse(json)));
  }

  @Test
  void aTagThatNoWebhookToldIsFoundOnceAndPlacedByTheContactsOwnTime() {
    told(contactWebhook("ContactUpdate", "2026-11-02T11:30:00.000Z", ""));

    var found = READING.contact(Json.parse(contact("2026-11-02T12:00:00.000Z", "\"hot\"")));
    Translation translation = given.delivered(found.orElseThrow().text());

    assertThat(translation.events())
        .extracting(DomainEvent::id)
        .containsExactly(
            "contact-changed/ann/2026-11-02T12:00:00.000Z",
            "tag-added/ann/hot/2026-11-02T12:00:00.000Z");
    assertThat(translation.events())
        .extracting(DomainEvent::occurredAt)
        .containsOnly(Instant.parse("2026-11-02T12:00:00Z"));
    assertThat(told(contactWebhook("ContactTagUpdate", "2026-11-02T12:00:01.000Z", "\"hot\"")))
        .isEmpty();
    assertThat(told(contactWebhook("ContactUpdate", "2026-11-02T12:00:01.000Z", "\"hot\"")))
        .isEmpty();
    assertThat(told(contactWebhook("ContactUpdate", "2026-11-02T12:20:00.000Z", "\"hot\"")))
        .hasSize(1);
  }

  @Test
  void aContactOfWhomAWebhookToldIsNoNews() {
    told(contactWebhook("ContactTagUpdate", "2026-11-02T12:00:01.000Z", "\"hot\""));

    assertThat(readContact(contact("2026-11-02T12:00:00.000Z", "\"hot\""))).isEmpty();
    assertThat(readContact(contact("2026-11-02T12:00:05.000Z", "\"hot\""))).isEmpty();
  }

  @Test
  void aNewContactIsFoundWithItsTagsUnderTheIdThatItsWebhookHas() {
    String json =
        """
        {"id": "ann", "dateAdded": "2026-11-02T12:00:00.000Z",
         "dateUpdated": "2026-11-02T12:00:00.000Z", "dnd": false, "tags": ["new"]}
        """;
    assertThat(readContact(json))
        .containsExactly("contact-created/ann", "tag-added/ann/new/2026-11-02T12:00:00.000Z");
    assertThat(told(contactWebhook("ContactCreate", "2026-11-02T12:00:01.000Z", "\"new\"")))
        .containsExactly("contact-created/ann");
  }

  @Test
  void anOptOutIsFound() {
    told(contactWebhook("ContactUpdate", "2026-11-02T11:30:00.000Z", ""));
    String json =
        """
        {"id": "ann", "dateAdded": "2026-11-01T09:00:00.000Z",
         "dateUpdated": "2026-11-02T12:00:00.000Z", "tags": [],
         "dndSettings": {"SMS": {"status": "active"}}}
        """;

    assertThat(readContact(json)).contains("consent-opted-out/ann/2026-11-02T12:00:00.000Z");
  }

  @Test
  void aNewDealIsFoundAndItsLateWebhooksTellNothing() {
    assertThat(readDeal(deal("stage1", "2026-11-02T12:00:00.000Z", "2026-11-02T12:00:00.000Z")))
        .containsExactly("deal-created/d1", "stage-entered/d1/stage1/created");

    // the same ids again: the engine knows them
    assertThat(told(dealWebhook("OpportunityCreate", "stage1", "2026-11-02T12:00:01.000Z")))
        .containsExactly("deal-created/d1", "stage-entered/d1/stage1/created");
    assertThat(told(dealWebhook("OpportunityUpdate", "stage1", "2026-11-02T12:00:01.000Z")))
        .isEmpty();
  }

  @Test
  void aStageThatNoWebhookToldIsFoundOnce() {
    told(dealWebhook("OpportunityCreate", "stage1", "2026-11-02T11:30:00.000Z"));

    assertThat(readDeal(deal("stage2", "2026-11-02T12:00:00.000Z", "2026-11-01T12:00:00.000Z")))
        .containsExactly("stage-entered/d1/stage2/2026-11-02T12:00:00.000Z");
    assertThat(told(dealWebhook("OpportunityStageUpdate", "stage2", "2026-11-02T12:00:01.000Z")))
        .isEmpty();
  }

  @Test
  void aStageUpdateFromLongBeforeTheLastChangeIsKnownToo() {
    told(dealWebhook("OpportunityCreate", "stage1", "2026-11-02T11:30:00.000Z"));
    String valued =
        """
        {"id": "d1", "contactId": "ann", "pipelineId": "pipe1", "pipelineStageId": "stage2",
         "status": "open", "createdAt": "2026-11-01T12:00:00.000Z",
         "updatedAt": "2026-11-02T12:08:00.000Z", "lastStageChangeAt": "2026-11-02T12:00:00.000Z"}
        """;
    assertThat(readDeal(valued))
        .containsExactly("stage-entered/d1/stage2/2026-11-02T12:00:00.000Z");
    assertThat(told(dealWebhook("OpportunityStageUpdate", "stage2", "2026-11-02T12:00:01.000Z")))
        .isEmpty();
  }

  @Test
  void aDealOfWhichAWebhookToldIsNoNews() {
    told(dealWebhook("OpportunityStageUpdate", "stage2", "2026-11-02T12:00:01.000Z"));

    assertThat(readDeal(deal("stage2", "2026-11-02T12:00:00.000Z", "2026-11-01T12:00:00.000Z")))
        .isEmpty();
  }

  @Test
  void aBookingIsFoundOnceAndSoIsWhatBecameOfIt() {
    String made = "2026-11-02T12:00:00.000Z";
    String booked = appointment("new", made, made);
    assertThat(readAppointment(booked)).containsExactly("appointment-booked/a1/" + made);
    assertThat(told(appointmentWebhook("AppointmentCreate", "2026-11-02T12:00:01.000Z", booked)))
        .isEmpty();

    String cancelled = appointment("cancelled", "2026-11-02T12:05:00.000Z", made);
    assertThat(readAppointment(cancelled))
        .containsExactly("appointment-cancelled/a1/2026-11-02T12:05:00.000Z");
    assertThat(told(appointmentWebhook("AppointmentUpdate", "2026-11-02T12:05:01.000Z", cancelled)))
        .isEmpty();
  }

  @Test
  void aBookingOfWhichAWebhookToldIsNoNews() {
    String made = "2026-11-02T12:00:00.000Z";
    String booked = appointment("confirmed", made, made);
    told(appointmentWebhook("AppointmentCreate", "2026-11-02T12:00:01.000Z", booked));

    assertThat(readAppointment(booked)).isEmpty();
  }

  @Test
  void anAppointmentFromBeforeThatStandsAsItWasMadeIsNoNews() {
    assertThat(
            readAppointment(
                appointment("new", "2026-11-02T12:00:00.000Z", "2026-10-01T12:00:00.000Z")))
        .isEmpty();
  }

  @Test
  void aMessageHasTheIdThatItsWebhookHas() {
    var message =
        READING.message(
            Json.parse(
                """
                {"id": "m1", "type": 2, "messageType": "TYPE_SMS", "direction": "inbound",
                 "status": "delivered", "body": "Yes", "contactId": "ann",
                 "dateAdded": "2026-11-02T12:00:00.000Z"}
                """));
    assertThat(read(message)).containsExactly("message-received/m1");
    assertThat(message.orElseThrow().at()).isEqualTo("2026-11-02T12:00:00Z");
  }

  @Test
  void whatWasSaidBeforeAnybodyWatchedIsLeftOut() {
    assertThat(
            READING.message(
                Json.parse(
                    """
                    {"id": "m1", "type": 2, "messageType": "TYPE_SMS", "direction": "inbound",
                     "status": "read", "body": "Yes", "contactId": "ann",
                     "dateAdded": "2026-11-02T10:59:00.000Z",
                     "dateUpdated": "2026-11-02T12:00:00.000Z"}
                    """)))
        .isEmpty();
  }

  @Test
  void aMissedCallIsKnownByItsCallStatus() {
    var call =
        READING.message(
            Json.parse(
                """
                {"id": "c1", "type": 1, "messageType": "TYPE_CALL", "direction": "inbound",
                 "status": "completed", "meta": {"callStatus": "no-answer"}, "contactId": "ann",
                 "dateAdded": "2026-11-02T12:00:00.000Z"}
                """));
    assertThat(read(call)).containsExactly("call-missed/c1");
  }

  @Test
  void anEmailIsToldByItsOwnIdHoweverItComes() {
    String webhook =
        """
        {"type": "InboundMessage", "locationId": "loc1", "contactId": "ann", "body": "Yes",
         "direction": "inbound", "messageType": "Email", "emailMessageId": "mail1",
         "messageId": "m1", "dateAdded": "2026-11-02T12:00:00.000Z"}
        """;
    var read =
        READING.mail(
            Json.parse(
                """
                {"id": "m1", "type": 3, "messageType": "TYPE_EMAIL", "direction": "inbound",
                 "contactId": "ann", "dateAdded": "2026-11-02T12:00:00.000Z"}
                """),
            "mail1",
            Json.parse("{\"id\": \"mail1\", \"body\": \"Yes\"}"));

    assertThat(told(webhook)).isEqualTo(read(read)).containsExactly("message-received/mail1");
  }

  @Test
  void aLineThatNobodyWroteToAnybodyIsLeftOut() {
    assertThat(
            READING.message(
                Json.parse(
                    """
                    {"id": "x1", "messageType": "TYPE_ACTIVITY_OPPORTUNITY", "contactId": "ann",
                     "dateAdded": "2026-11-02T12:00:00.000Z"}
                    """)))
        .isEmpty();
  }
}
