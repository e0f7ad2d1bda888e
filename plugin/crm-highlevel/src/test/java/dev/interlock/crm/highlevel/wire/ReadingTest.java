package dev.interlock.crm.highlevel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.crm.highlevel.wire.WireDnd.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How leniently the CRM's JSON is read.
class ReadingTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  @Test
  void demandsNothingButTheId() {
    var contact = new WireContact(Json.parse("{\"id\": \"c1\"}"));
    assertThat(contact.id()).isEqualTo("c1");
    assertThat(contact.email()).isEmpty();
    assertThat(contact.tags()).isEmpty();
    assertThat(contact.customFields()).isEmpty();
    assertThat(contact.dateUpdated()).isEmpty();
    assertThat(contact.dnd().blocks("SMS")).isEmpty();
    assertThatThrownBy(() -> new WireContact(Json.parse("{\"email\": \"a@example.com\"}")))
        .isInstanceOf(WrongShapeException.class)
        .hasMessage("the body lacks 'id'");
  }

  @Test
  void takesNullBlankAndMistypedFieldsAsAbsent() {
    var contact =
        new WireContact(
            Json.parse(
                """
                {"id": "c1", "email": "", "phone": "  ", "firstName": null, "lastName": {"a": 1},
                 "tags": null, "customFields": "none", "dateAdded": "yesterday", "unheardOf": 1}
                """));
    assertThat(contact.email()).isEmpty();
    assertThat(contact.phone()).isEmpty();
    assertThat(contact.firstName()).isEmpty();
    assertThat(contact.lastName()).isEmpty();
    assertThat(contact.tags()).isEmpty();
    assertThat(contact.customFields()).isEmpty();
    assertThat(contact.dateAdded()).isEmpty();
  }

  @Test
  void findsACustomFieldsValueUnderAnyOfItsNames() {
    for (String name : List.of("value", "fieldValue", "field_value", "fieldValueString")) {
      assertThat(fieldValue("{\"id\": \"f1\", \"" + name + "\": \"gold\"}"))
          .contains(new FieldValue.Text("gold"));
    }
  }

  @Test
  void readsACustomFieldOfAnyType() {
    assertThat(fieldValue("{\"id\": \"f\", \"value\": 12.50}"))
        .contains(new FieldValue.Numeric(new BigDecimal("12.50")));
    assertThat(fieldValue("{\"id\": \"f\", \"value\": [\"a\", 7]}"))
        .contains(new FieldValue.Several(List.of("a", "7")));
    assertThat(fieldValue("{\"id\": \"f\", \"value\": {\"url\": \"x\"}}"))
        .contains(new FieldValue.Structure(Json.parse("{\"url\": \"x\"}")));
    assertThat(fieldValue("{\"id\": \"f\", \"value\": [{\"url\": \"x\"}]}"))
        .contains(new FieldValue.Structure(Json.parse("[{\"url\": \"x\"}]")));
    assertThat(fieldValue("{\"id\": \"f\", \"value\": true}"))
        .contains(new FieldValue.Text("true"));
    for (String empty : List.of("\"\"", "null", "[]", "[\"\"]")) {
      assertThat(fieldValue("{\"id\": \"f\", \"value\": " + empty + "}")).as(empty).isEmpty();
    }
  }

  @Test
  void skipsACustomFieldThatDoesNotSayWhichItIs() {
    var contact =
        new WireContact(
            Json.parse(
                """
                {"id": "c1", "customFields": [{"value": "gold"}, {"key": "contact.plan"}]}
                """));
    assertThat(contact.customFields()).hasSize(1);
    assertThat(contact.customFields().getFirst().key()).contains("contact.plan");
  }

  @Test
  void findsDndWithoutRegardToCase() {
    var dnd =
        new WireDnd(
            Json.parse(
                """
                {"dndSettings": {"sms": {"status": "active"}, "Email": {"status": "PERMANENT"},
                  "whatsApp": {"status": "inactive"}, "Call": {"status": "who knows"}}}
                """));
    assertThat(dnd.channel("SMS")).isEqualTo(Status.ACTIVE);
    assertThat(dnd.channel("email")).isEqualTo(Status.PERMANENT);
    assertThat(dnd.channel("WhatsApp")).isEqualTo(Status.INACTIVE);
    assertThat(dnd.channel("Call")).isEqualTo(Status.UNKNOWN);
    assertThat(dnd.channel("FB")).isEqualTo(Status.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "true, inactive, true",
    "true, active, true",
    "true, '', true",
    "false, active, true",
    "false, permanent, true",
    "false, inactive, false",
    "false, '', false",
    "'', active, true",
    "'', inactive, false",
    "'', '', ''"
  })
  void countsAChannelAsBlockedIfEitherSaysSo(String all, String channel, String blocked) {
    String settings = channel.isEmpty() ? "{}" : "{\"SMS\": {\"status\": \"" + channel + "\"}}";
    String everywhere = all.isEmpty() ? "null" : all;
    var dnd =
        new WireDnd(Json.parse("{\"dnd\": " + everywhere + ", \"dndSettings\": " + settings + "}"));
    assertThat(dnd.blocks("SMS").map(Object::toString))
        .isEqualTo(Optional.of(blocked).filter(text -> !text.isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-11-02T12:00:00.000Z\"",
        "\"2026-11-02T13:00:00+01:00\"",
        "1793620800000",
        "\"1793620800000\""
      })
  void readsAMomentHoweverItIsWritten(String moment) {
    assertThat(Json.parse("{\"at\": " + moment + "}").instant("at")).contains(NOON);
  }

  @Test
  void readsAppointmentTimesWithAndWithoutAnOffset() {
    var zone = ZoneId.of("America/New_York");
    var local = "{\"id\": \"a1\", \"startTime\": \"2026-11-02 07:00:00\"}";
    assertThat(new WireAppointment(Json.parse(local)).start(zone)).contains(NOON);
    var offset = "{\"id\": \"a1\", \"startTime\": \"2026-11-02T07:00:00-05:00\"}";
    assertThat(new WireAppointment(Json.parse(offset)).start(ZoneId.of("Asia/Tokyo")))
        .contains(NOON);
    var none = "{\"id\": \"a1\", \"startTime\": \"\", \"status\": \"booked\"}";
    assertThat(new WireAppointment(Json.parse(none)).start(zone)).isEmpty();
    assertThat(new WireAppointment(Json.parse(none)).status()).contains("booked");
  }

  @Test
  void readsMessagesOfAConversationAtBothDepths() {
    String page =
        "{\"messages\": [{\"id\": \"m1\"}], \"lastMessageId\": \"m1\", \"nextPage\": true}";
    for (String body : List.of(page, "{\"messages\": " + page + "}")) {
      var messages = new WireMessagePage(Json.parse(body));
      assertThat(messages.messages()).extracting(WireMessage::id).containsExactly("m1");
      assertThat(messages.next()).contains("m1");
    }
    String last = page.replace("true", "false");
    assertThat(new WireMessagePage(Json.parse(last)).next()).isEmpty();
  }

  @Test
  void readsWhatAMessageSaysAboutACall() {
    var flat =
        new WireMessage(
            Json.parse(
                """
                {"id": "m1", "messageType": "CALL", "messageTypeString": "TYPE_CALL",
                 "callDuration": "12", "callStatus": "voicemail"}
                """));
    assertThat(flat.messageType()).contains("TYPE_CALL");
    assertThat(flat.callStatus()).contains("voicemail");
    assertThat(flat.callDuration()).contains(Duration.ofSeconds(12));
    var nested =
        new WireMessage(
            Json.parse(
                """
                {"id": "m1", "meta": {"callDuration": 0, "callStatus": "no-answer",
                  "email": {"messageIds": ["e1", "e2"]}}}
                """));
    assertThat(nested.callStatus()).contains("no-answer");
    assertThat(nested.callDuration()).contains(Duration.ZERO);
    assertThat(nested.emailMessageIds()).containsExactly("e1", "e2");
  }

  @Test
  void readsTheEndOfAnExport() {
    assertThat(
            new WireMessageExport(Json.parse("{\"messages\": [], \"nextCursor\": null}"))
                .nextCursor())
        .isEmpty();
    assertThat(
            new WireMessageExport(Json.parse("{\"messages\": [], \"nextCursor\": \"c2\"}"))
                .nextCursor())
        .contains("c2");
  }

  @Test
  void skipsWhateverIsNoDayAmongFreeSlots() {
    var slots =
        WireSlot.listOf(
            Json.parse(
                """
                {"2026-11-02": {"slots": ["2026-11-02T07:00:00-05:00", "soon"]},
                 "2026-11-03": {"slots": []}, "traceId": "t1", "_dates_": {"slots": ["x"]}}
                """));
    assertThat(slots).containsExactly(new WireSlot("2026-11-02T07:00:00-05:00", NOON));
  }

  @Test
  void putsStagesInTheOrderThatPeopleSee() {
    var pipeline =
        new WirePipeline(
            Json.parse(
                """
                {"id": "p1", "stages": [{"id": "s3"}, {"id": "s2", "position": 1},
                  {"id": "s1", "position": "0"}]}
                """));
    assertThat(pipeline.stages())
        .extracting(WirePipeline.Stage::id)
        .containsExactly("s1", "s2", "s3");
  }

  @Test
  void takesATimeZoneItCannotReadAsUnknown() {
    assertThat(location("\"timezone\": \"America/New_York\"").timezone())
        .contains(ZoneId.of("America/New_York"));
    assertThat(
            location("\"timezone\": \"\", \"business\": {\"timezone\": \"Europe/Berlin\"}")
                .timezone())
        .contains(ZoneId.of("Europe/Berlin"));
    assertThat(location("\"timezone\": \"Middle Earth\"").timezone()).isEmpty();
    assertThat(
            location("\"settings\": {\"allowDuplicateContact\": false}").allowsDuplicateContacts())
        .contains(false);
    assertThat(location("\"name\": \"x\"").allowsDuplicateOpportunities()).isEmpty();
  }

  @Test
  void knowsWhereTheNextPageOfOpportunitiesBegins() {
    String more =
        """
        {"opportunities": [], "meta": {"startAfter": 7, "startAfterId": "o1", "nextPage": 2}}
        """;
    assertThat(new WireOpportunityPage(Json.parse(more)).next())
        .contains(new WireOpportunityPage.Next("7", "o1"));
    String last =
        """
        {"opportunities": [], "meta": {"startAfter": 7, "startAfterId": "o1", "nextPage": null}}
        """;
    assertThat(new WireOpportunityPage(Json.parse(last)).next()).isEmpty();
  }

  @Test
  void showsNoPersonalDataInItsTextForm() {
    var contact = new WireContact(Json.parse("{\"id\": \"c1\", \"email\": \"ann@example.com\"}"));
    assertThat(contact.toString()).contains("c1").doesNotContain("ann");
    assertThat(new OutgoingMessage.Sms("c1", "private words").toString()).doesNotContain("words");
    assertThat(new OutgoingMessage.Email("c1", "private", "words").toString())
        .doesNotContain("private")
        .doesNotContain("words");
  }

  private static Optional<FieldValue> fieldValue(String json) {
    return new WireFieldValue(Json.parse(json)).value();
  }

  private static WireLocation location(String members) {
    return new WireLocation(Json.parse("{\"id\": \"loc1\", " + members + "}"));
  }
}
