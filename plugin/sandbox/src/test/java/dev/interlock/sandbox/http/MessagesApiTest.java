package dev.interlock.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.world.DoNotDisturb;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesApiTest {
  private static final String SEND = "/conversations/messages";

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final Sandbox sandbox = Sandbox.start(DemoWorld.config(clock, 1));
  private final Crm crm = Crm.of(sandbox);
  private final String contactId = crm.contact("Ada", "+13015550100");

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Crm.Reply text(String words) {
    return crm.post(
        SEND,
        """
        {"type": "SMS", "contactId": "%s", "message": "%s"}\
        """
            .formatted(contactId, words));
  }

  private Crm.Reply mail(String subject) {
    return crm.post(
        SEND,
        """
        {"type": "Email", "contactId": "%s", "subject": "%s", "html": "<p>Hello</p>"}\
        """
            .formatted(contactId, subject));
  }

  private String status(String messageId) {
    return crm.get("/conversations/messages/" + messageId).is(200).text("/message/status");
  }

  @Test
  void aTextIsQueuedThenSentThenDelivered() {
    var sent = text("Hello").is(200);
    var id = sent.text("/messageId");

    assertThat(sent.text("/msg")).isEqualTo("Message queued successfully.");
    assertThat(status(id)).isEqualTo("sent");
    sandbox.advanceTo(DemoWorld.BEGIN.plusSeconds(10));
    assertThat(status(id)).isEqualTo("delivered");
  }

  @Test
  void aTextToADeadNumberIsAcceptedAndNotDelivered() {
    sandbox.world().change(() -> sandbox.world().conversations().kill("+13015550100"));

    var id = text("Hello").is(200).text("/messageId");
    sandbox.advanceTo(DemoWorld.BEGIN.plusSeconds(10));

    assertThat(status(id)).isEqualTo("undelivered");
  }

  @Test
  void whoeverSaidStopIsNotTexted() {
    sandbox.world().change(() -> sandbox.world().conversations().receiveText(contactId, " Stop "));

    var refused = text("Hello again").is(400);

    assertThat(refused.text("/message")).isEqualTo("Cannot send message as DND is active for SMS.");
    assertThat(refused.body().path("status").asInt()).isEqualTo(400);
    assertThat(crm.get("/contacts/" + contactId).text("/contact/dndSettings/SMS/status"))
        .isEqualTo("permanent");
  }

  @Test
  void whoeverSaysStartIsTextedAgain() {
    sandbox.world().change(() -> sandbox.world().conversations().receiveText(contactId, "STOP"));
    sandbox.world().change(() -> sandbox.world().conversations().receiveText(contactId, "START"));

    text("Hello again").is(200);
  }

  @Test
  void aMailNeedsAnAddress() {
    assertThat(mail("Hello").is(400).text("/message"))
        .isEqualTo("Unable to send e-mail, contact's e-mail is invalid");
  }

  @Test
  void aTextNeedsANumberThatExists() {
    crm.put("/contacts/" + contactId, "{\"phone\": null}").is(200);
    assertThat(text("Hello").is(400).text("/message")).isEqualTo("Missing phone number");

    crm.put("/contacts/" + contactId, "{\"phone\": \"+9995550100\"}").is(200);
    assertThat(text("Hello").is(400).text("/message")).isEqualTo("Invalid country calling code");
  }

  @Test
  void aTextTakesNoLocation() {
    crm.mistaken()
        .post(
            SEND,
            """
            {"type": "SMS", "contactId": "%s", "message": "Hi", "locationId": "x"}\
            """
                .formatted(contactId))
        .is(400);
  }

  @Test
  void theTextOfAMailIsReadWithTheMailOnly() {
    crm.put("/contacts/" + contactId, "{\"email\": \"ada@mail.example\"}").is(200);
    var sent = mail("Your visit").is(200);

    var listed = crm.get("/conversations/" + sent.text("/conversationId") + "/messages").is(200);
    var mailId = listed.text("/messages/messages/0/meta/email/messageIds/0");
    var read = crm.get("/conversations/messages/email/" + mailId).is(200);

    assertThat(listed.body().at("/messages/messages/0/body").isMissingNode()).isTrue();
    assertThat(mailId).isEqualTo(sent.text("/emailMessageId"));
    assertThat(read.text("/subject")).isEqualTo("Your visit");
    assertThat(read.text("/body")).isEqualTo("<p>Hello</p>");
  }

  @Test
  void aConversationIsListedNewestFirstPageByPage() {
    for (int i = 0; i < 3; i++) {
      text("Number " + i).is(200);
      sandbox.advanceTo(clock.instant().plusSeconds(60));
    }
    var id = sandbox.world().conversations().idFor(contactId);
    var target = "/conversations/" + id + "/messages?limit=2";

    var first = crm.get(target).is(200);
    var second = crm.get(target + "&lastMessageId=" + first.text("/messages/lastMessageId"));

    assertThat(first.text("/messages/messages/0/body")).isEqualTo("Number 2");
    assertThat(first.body().at("/messages/nextPage").asBoolean()).isTrue();
    assertThat(second.is(200).text("/messages/messages/0/body")).isEqualTo("Number 0");
    assertThat(second.body().at("/messages/nextPage").asBoolean()).isFalse();
  }

  @Test
  void anExportWithoutAChannelHasNoMailsInIt() {
    crm.put("/contacts/" + contactId, "{\"email\": \"ada@mail.example\"}").is(200);
    text("Hello").is(200);
    mail("Hello").is(200);
    var target = "/conversations/messages/export?locationId=" + DemoWorld.LOCATION_ID;

    var all = crm.get(target + "&contactId=" + contactId).is(200);
    var mails = crm.get(target + "&channel=Email").is(200);
    var later = crm.get(target + "&startDate=2026-11-03T00:00:00.000Z").is(200);

    assertThat(all.body().path("messages")).hasSize(1);
    assertThat(all.text("/messages/0/source")).isEqualTo("api");
    assertThat(mails.text("/messages/0/messageType")).isEqualTo("TYPE_EMAIL");
    assertThat(later.body().path("messages")).isEmpty();
  }

  @Test
  void anExportIsReadPageByPageWithACursor() {
    for (int i = 0; i < 12; i++) {
      text("Number " + i).is(200);
    }
    var target = "/conversations/messages/export?limit=10&locationId=" + DemoWorld.LOCATION_ID;

    var first = crm.get(target).is(200);
    var second = crm.get(target + "&cursor=" + first.text("/nextCursor")).is(200);

    assertThat(first.body().path("messages")).hasSize(10);
    assertThat(second.body().path("messages")).hasSize(2);
    assertThat(second.body().has("nextCursor")).isFalse();
  }

  @Test
  void aScheduledTextIsSentInTimeUnlessCancelled() {
    var body =
        """
        {"type": "SMS", "contactId": "%s", "message": "%s", "scheduledTimestamp": %d}\
        """;
    long due = DemoWorld.BEGIN.plusSeconds(3600).getEpochSecond();
    var kept = crm.post(SEND, body.formatted(contactId, "kept", due)).is(200).text("/messageId");
    var dropped = crm.post(SEND, body.formatted(contactId, "no", due)).is(200).text("/messageId");

    crm.delete("/conversations/messages/" + dropped + "/schedule").is(200);
    sandbox.advanceTo(DemoWorld.BEGIN.plusSeconds(7200));

    assertThat(status(kept)).isEqualTo("delivered");
    crm.get("/conversations/messages/" + dropped).is(404);
    crm.delete("/conversations/messages/" + kept + "/schedule").is(400);
    crm.mistaken().post(SEND, body.formatted(contactId, "ms", due * 1000)).is(400);
  }

  @Test
  void aScheduledTextIsNotSentToWhoeverSaidStopMeanwhile() {
    var id =
        crm.post(
                SEND,
                """
                {"type": "SMS", "contactId": "%s", "message": "Hi", "scheduledTimestamp": %d}\
                """
                    .formatted(contactId, DemoWorld.BEGIN.plusSeconds(3600).getEpochSecond()))
            .text("/messageId");
    sandbox.world().change(() -> sandbox.world().conversations().receiveText(contactId, "STOP"));

    sandbox.advanceTo(DemoWorld.BEGIN.plusSeconds(7200));

    assertThat(status(id)).isEqualTo("failed");
  }

  @Test
  void conversationsAreFoundByContact() {
    sandbox.world().change(() -> sandbox.world().conversations().receiveText(contactId, "Hello?"));

    var found =
        crm.get(
                "/conversations/search?locationId="
                    + DemoWorld.LOCATION_ID
                    + "&contactId="
                    + contactId)
            .is(200);

    assertThat(found.text("/conversations/0/lastMessageBody")).isEqualTo("Hello?");
    assertThat(found.body().at("/conversations/0/unreadCount").asInt()).isEqualTo(1);
    crm.get("/conversations/" + found.text("/conversations/0/id")).is(200);
    crm.post(
            "/conversations/",
            "{\"locationId\": \"%s\", \"contactId\": \"%s\"}"
                .formatted(DemoWorld.LOCATION_ID, contactId))
        .is(400);
  }

  @Test
  void aConversationCanBeOpenedBeforeAnybodyWrote() {
    crm.post(
            "/conversations/",
            "{\"locationId\": \"%s\", \"contactId\": \"%s\"}"
                .formatted(DemoWorld.LOCATION_ID, contactId))
        .is(201);
  }

  @Test
  void whatWasAlreadyBlockedForGoodStaysSo() {
    var stop = new DoNotDisturb.Setting("permanent", "", "");
    var silence = DoNotDisturb.NONE.with(Map.of("SMS", stop));

    var changed = silence.with(Map.of("SMS", new DoNotDisturb.Setting("inactive", "", "")));

    assertThat(changed.blocks("SMS")).isTrue();
    assertThat(changed.blocks("Email")).isFalse();
    assertThat(changed.everywhere(true).blocks("Email")).isTrue();
  }
}
