package dev.interlock.crm.highlevel.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.event.Happening.CallMissed;
import dev.interlock.contract.event.Happening.ForeignHandActed;
import dev.interlock.contract.event.Happening.FormSubmitted;
import dev.interlock.contract.event.Happening.MessageOutcome;
import dev.interlock.contract.event.Happening.MessageReceived;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.crm.Translation;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageEventsTest {
  private static final MessageId MESSAGE = new MessageId("msg1");

  private final Given given = new Given();

  @ParameterizedTest
  @CsvSource({
    "SMS, SMS",
    "TYPE_SMS, SMS",
    "Live_Chat, CHAT",
    "WhatsApp, CHAT",
    "TYPE_INSTAGRAM, CHAT",
    "Email, EMAIL",
    "TYPE_CUSTOM_PROVIDER_EMAIL, EMAIL"
  })
  void hearsWhatTheContactWrites(String type, Channel channel) {
    var heard = given.delivered(inbound(type, "\"body\": \"Yes please\"")).events();

    assertThat(heard)
        .extracting(DomainEvent::what)
        .containsExactly(new MessageReceived(channel, MESSAGE, "Yes please"));
    assertThat(heard).extracting(DomainEvent::provenance).containsExactly(Provenance.OUTSIDE);
  }

  @Test
  void trustsTheTextualTypeMoreThanTheShortOne() {
    assertThat(
            given.happened(
                inbound("Custom", "\"body\": \"Hi\", \"messageTypeString\": \"TYPE_SMS\"")))
        .containsExactly(new MessageReceived(Channel.SMS, MESSAGE, "Hi"));
  }

  @Test
  void knowsAMessageByItsNumberWhereItSaysNoMore() {
    assertThat(
            given.happened(
                """
                {"type": "InboundMessage", "direction": "inbound", "contactId": "contact1",
                 "messageId": "msg1", "messageTypeId": 2, "body": "Hi"}
                """))
        .containsExactly(new MessageReceived(Channel.SMS, MESSAGE, "Hi"));
  }

  @Test
  void readsAnEmailWithoutMarkupAndWithoutWhatItAnswersTo() {
    String html =
        "<html><style>p {color: red}</style><div>STOP</div><br>Ann &amp; Bob"
            + "<div class='gmail_quote'>On Monday we wrote: <p>Do you want to stop?</p></div>";

    assertThat(given.happened(inbound("Email", "\"body\": \"" + html + "\"")))
        .containsExactly(new MessageReceived(Channel.EMAIL, MESSAGE, "STOP\nAnn & Bob"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-answer", "busy", "canceled", "failed"})
  void takesACallThatNobodyTookForMissed(String status) {
    assertThat(
            given.happened(
                inbound("CALL", "\"status\": \"completed\", \"callStatus\": \"" + status + "\"")))
        .containsExactly(new CallMissed(Optional.of(MESSAGE), false));
  }

  @Test
  void takesAVoicemailForAMissedCallThatSaysSo() {
    assertThat(given.happened(inbound("CALL", "\"status\": \"voicemail\"")))
        .containsExactly(new CallMissed(Optional.of(MESSAGE), true));
    assertThat(given.happened(inbound("TYPE_CAMPAIGN_VOICEMAIL", "\"status\": \"completed\"")))
        .containsExactly(new CallMissed(Optional.of(MESSAGE), true));
  }

  @Test
  void takesACallThatWasTakenForSomethingThatTheContactSaid() {
    assertThat(
            given.happened(
                inbound("CALL", "\"status\": \"completed\", \"callStatus\": \"completed\"")))
        .containsExactly(new MessageReceived(Channel.CALL, MESSAGE, ""));
  }

  @Test
  void waitsForTheEndOfACall() {
    assertThat(given.delivered(inbound("CALL", "\"callStatus\": \"pending\"")).ignored())
        .contains("not known yet");
  }

  @Test
  void readsACallByItsDirectionThoughItsTypeSaysOtherwise() {
    assertThat(
            given.happened(
                """
                {"type": "OutboundMessage", "direction": "inbound", "messageType": "CALL",
                 "contactId": "contact1", "messageId": "msg1", "userId": "user1",
                 "status": "completed", "callStatus": "no-answer"}
                """))
        .containsExactly(new CallMissed(Optional.of(MESSAGE), false));
  }

  @Test
  void neverTakesOurWordsForTheContacts() {
    Translation contradictory =
        given.delivered(
            """
            {"type": "OutboundMessage", "direction": "inbound", "messageType": "SMS",
             "contactId": "contact1", "messageId": "msg1", "body": "yes"}
            """);

    assertThat(contradictory.events()).isEmpty();
    assertThat(contradictory.ignored()).contains("contradict");
  }

  @ParameterizedTest
  @CsvSource({
    "sent, SENT",
    "delivered, DELIVERED",
    "read, DELIVERED",
    "failed, FAILED",
    "undelivered, FAILED",
    "opt_out, FAILED"
  })
  void tellsWhatBecameOfAMessageThatMayBeOurs(String status, Delivery delivery) {
    assertThat(given.happened(outbound("SMS", "api", "\"status\": \"" + status + "\"")))
        .singleElement()
        .satisfies(what -> {
          var outcome = (MessageOutcome) what;
          assertThat(outcome.delivery()).isEqualTo(delivery);
          assertThat(outcome.message()).isEqualTo(MESSAGE);
          assertThat(outcome.reason().isEmpty()).isEqualTo(delivery != Delivery.FAILED);
        });
  }

  @Test
  void givesEachOutcomeOfAMessageOneId() {
    String sent = outbound("SMS", "api", "\"status\": \"sent\"");

    assertThat(given.ids(sent)).containsExactly("message-sent/msg1");
    assertThat(given.ids(sent)).containsExactly("message-sent/msg1");
  }

  @Test
  void saysNothingOfAMessageThatIsStillUnderWay() {
    assertThat(given.delivered(outbound("SMS", "api", "\"status\": \"queued\"")).ignored())
        .contains("yet");
  }

  @ParameterizedTest
  @CsvSource({
    "app, STAFF, SMS, MESSAGED",
    "app, STAFF, CALL, CALLED",
    "workflow, AUTOMATION, SMS, MESSAGED",
    "campaign, AUTOMATION, Email, MESSAGED",
    "bulk_actions, AUTOMATION, SMS, MESSAGED"
  })
  void tellsOfAForeignHandOnceWhateverBecomesOfItsMessage(
      String source, Hand hand, String type, HandAct act) {
    var sent =
        given.delivered(outbound(type, source, "\"status\": \"sent\", \"userId\": \"user1\""));
    var delivered =
        given.delivered(outbound(type, source, "\"status\": \"delivered\", \"userId\": \"user1\""));

    assertThat(sent.events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.provenance()).isEqualTo(Provenance.FOREIGN);
          var acted = (ForeignHandActed) event.what();
          assertThat(acted.hand()).isEqualTo(hand);
          assertThat(acted.act()).isEqualTo(act);
        });
    assertThat(delivered.events())
        .extracting(DomainEvent::id)
        .containsExactly(sent.events().getFirst().id());
  }

  @ParameterizedTest
  @CsvSource({"SMS, MESSAGED", "Email, MESSAGED", "CALL, CALLED"})
  void takesWhatAUserOfTheCrmSentForAColleaguesThoughNoSourceIsNamed(String type, HandAct act) {
    String sent =
        message("OutboundMessage", "outbound", type, "\"status\": \"sent\", \"userId\": \"user1\"");

    assertThat(given.happened(sent))
        .singleElement()
        .satisfies(what -> {
          var acted = (ForeignHandActed) what;
          assertThat(acted.hand()).isEqualTo(Hand.STAFF);
          assertThat(acted.act()).isEqualTo(act);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"SMS", "Email"})
  void takesNoMessageForAColleaguesOfWhichNeitherUserNorSourceIsNamed(String type) {
    assertThat(given.happened(message("OutboundMessage", "outbound", type, "\"status\": \"sent\"")))
        .singleElement()
        .isInstanceOf(MessageOutcome.class);
  }

  @Test
  void hearsAFormThatWasSentOff() {
    assertThat(given.happened(inbound("FORM_SUBMISSION", "\"formName\": \"Contact us\"")))
        .containsExactly(new FormSubmitted("Contact us"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TYPE_ACTIVITY_APPOINTMENT", "TYPE_INTERNAL_COMMENT", "TYPE_REVIEW", "Whatever"})
  void doesNotTakeALineInTheConversationForAMessage(String type) {
    assertThat(given.happened(inbound(type, "\"body\": \"yes\""))).isEmpty();
  }

  @Test
  void placesAMessageByItsOwnTimeAndAnOutcomeByWhenItWasTold() {
    assertThat(given.delivered(inbound("SMS", "\"body\": \"Hi\"")).events().getFirst().occurredAt())
        .isEqualTo(Instant.parse("2026-11-02T12:00:00Z"));
    assertThat(
            given
                .delivered(outbound("SMS", "api", "\"status\": \"delivered\""))
                .events()
                .getFirst()
                .occurredAt())
        .isEqualTo(Instant.parse("2026-11-02T12:00:07Z"));
  }

  @Test
  void knowsAMessageWithoutANumberByItsDelivery() {
    String anonymous =
        """
        {"type": "InboundMessage", "messageType": "SMS", "direction": "inbound",
         "contactId": "contact1", "body": "Hi", "webhookId": "hook1"}
        """;

    assertThat(given.happened(anonymous))
        .extracting(what -> ((Happening.MessageReceived) what).message())
        .containsExactly(new MessageId("hook1"));
  }

  private static String inbound(String type, String more) {
    return message("InboundMessage", "inbound", type, more);
  }

  private static String outbound(String type, String source, String more) {
    return message("OutboundMessage", "outbound", type, "\"source\": \"" + source + "\", " + more);
  }

  private static String message(String event, String direction, String type, String more) {
    return """
    {"type": "%s", "locationId": "loc1", "contactId": "contact1", "messageId": "msg1",
     "direction": "%s", "messageType": "%s", "dateAdded": "2026-11-02T12:00:00.000Z",
     "timestamp": "2026-11-02T12:00:07.000Z", %s}
    """
        .formatted(event, direction, type, more);
  }
}
