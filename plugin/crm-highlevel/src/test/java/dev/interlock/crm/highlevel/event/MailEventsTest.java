package dev.interlock.crm.highlevel.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.event.Happening.ConsentHappened;
import dev.interlock.contract.event.Happening.MessageOutcome;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.crm.MailClue;
import dev.interlock.crm.OwnMail;
import dev.interlock.crm.Remembered;
import dev.interlock.crm.Translation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailEventsTest {
  private static final OwnMail MAIL =
      new OwnMail(new ContactId("contact1"), new MessageId("msg1"), Optional.of("mail1"));
  private static final Instant THEN = Instant.ofEpochSecond(1793620805);

  private final Given given = new Given();

  private static String told(String event, String more) {
    return """
    {"type": "LCEmailStats", "locationId": "loc1", "webhookId": "hook1",
     "timestamp": "2026-11-02T12:00:09.000Z", "webhookPayload":
       {"event": "%s", "id": "loc1", "timestamp": 1793620805, "recipient": "Ann@Example.com",
        "message": {"headers": {"message-id": "<1.ABC@mg.example>"}}, "tags": ["loc_loc1"] %s}}
    """
        .formatted(event, more);
  }

  private static Translation raw(String event, String more) {
    return Given.translated(told(event, more), Remembered.nothing());
  }

  private List<Happening> ofOurs(String event, String more) {
    byte[] body = told(event, more).getBytes(StandardCharsets.UTF_8);
    return given.happened(new String(MailStatistic.addressed(body, MAIL), StandardCharsets.UTF_8));
  }

  @Test
  void saysByWhatTheMailCanBeFound() {
    assertThat(raw("delivered", "").mail())
        .contains(
            new MailClue(
                THEN,
                "ann@example.com",
                Set.of("1.ABC@mg.example", "1.ABC"),
                new MailClue.Became(Delivery.DELIVERED)));
    assertThat(raw("delivered", "").events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "delivered, DELIVERED",
    "opened, OPENED",
    "clicked, CLICKED",
    "failed, FAILED",
    "permanent_fail, FAILED",
    "rejected, FAILED"
  })
  void hearsWhatBecameOfAMail(String event, Delivery delivery) {
    String status = ", \"severity\": \"permanent\", \"delivery-status\": {\"code\": 550}";
    String reason = delivery == Delivery.FAILED ? "the mail server answered 550" : "";

    assertThat(ofOurs(event, status))
        .containsExactly(new MessageOutcome(delivery, Channel.EMAIL, MAIL.message(), reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"accepted", "temporary_fail", "stored", "a-new-one"})
  void hearsNothingOfWhatIsNoNews(String event) {
    assertThat(raw(event, "").mail()).isEmpty();
    assertThat(raw(event, "").ignored()).isNotBlank();
    assertThat(ofOurs(event, "")).isEmpty();
  }

  @Test
  void aFailureThatMayPassIsNone() {
    assertThat(raw("failed", ", \"severity\": \"temporary\"").mail()).isEmpty();
  }

  @Test
  void anothersMailIsNotLookedFor() {
    String foreign = told("failed", "").replace("loc_loc1", "loc_another");

    assertThat(Given.translated(foreign, Remembered.nothing()).mail()).isEmpty();
    assertThat(Notice.of(foreign.getBytes(StandardCharsets.UTF_8)).whyUnheard()).isPresent();
  }

  @Test
  void isToldUnderTheIdentityOfAStatus() {
    String status =
        """
        {"type": "OutboundMessage", "direction": "outbound", "contactId": "contact1",
         "messageId": "msg1", "emailMessageId": "mail1", "messageType": "Email",
         "source": "api", "status": "failed"}
        """;
    byte[] body = told("failed", "").getBytes(StandardCharsets.UTF_8);
    String ours = new String(MailStatistic.addressed(body, MAIL), StandardCharsets.UTF_8);

    assertThat(given.ids(ours))
        .isEqualTo(given.ids(status))
        .containsExactly("message-failed/mail1");
  }

  @Test
  void tellsNobodysAddress() {
    String status =
        ", \"delivery-status\": {\"code\": 550, \"message\": \"<ann@example.com> gone\"}";

    assertThat(ofOurs("failed", status).toString()).doesNotContain("ann@");
  }

  @Test
  void aMomentMayBeInMilliseconds() {
    String millis = told("opened", "").replace("1793620805", "1793620805000");

    assertThat(Given.translated(millis, Remembered.nothing()).mail().orElseThrow().at())
        .isEqualTo(THEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"complained", "unsubscribed"})
  void whoeverWantsNoMoreHasOptedOut(String event) {
    assertThat(ofOurs(event, ""))
        .containsExactly(new ConsentHappened(ConsentChange.OPTED_OUT, Set.of(Channel.EMAIL)));
    assertThat(ofOurs("unsubscribed", "")).as("once").isEmpty();
  }

  private static String dnd(String status) {
    return """
    {"type": "ContactDndUpdate", "locationId": "loc1", "id": "contact1",
     "timestamp": "2026-11-02T12:10:00.000Z",
     "dndSettings": {"Email": {"status": "%s"}, "SMS": {"status": "%s"}}}
    """
        .formatted(status, status);
  }

  @Test
  void theBlockThatHighLevelAddsIsNoSecondOptOut() {
    ofOurs("complained", "");

    assertThat(given.happened(dnd("permanent")))
        .containsExactly(new ConsentHappened(ConsentChange.OPTED_OUT, Set.of(Channel.SMS)));
  }

  @Test
  void norIsTheComplaintBehindABlockThatWasTold() {
    given.happened(dnd("active"));

    assertThat(ofOurs("complained", "")).isEmpty();
  }

  @Test
  void aRecordThatAllowsEmailsDoesNotTakeBackAnUnsubscription() {
    ofOurs("unsubscribed", "");

    assertThat(given.delivered(dnd("inactive")).events()).extracting(DomainEvent::what).isEmpty();
  }
}
