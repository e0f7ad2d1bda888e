package dev.interlock.sandbox.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Receiver;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.SandboxConfig;
import dev.interlock.sandbox.records.DeliveryRow;
import dev.interlock.sandbox.time.SandboxClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final Receiver receiver = new Receiver();
  private Sandbox sandbox = start(DemoWorld.config(clock, 1));

  private Sandbox start(SandboxConfig config) {
    var started = Sandbox.start(config);
    started.sendWebhooksTo(receiver.url());
    return started;
  }

  private void restart(Misbehaviour... ways) {
    sandbox.close();
    var config = DemoWorld.config(clock, 1);
    sandbox = start(config.withWebhooks(config.webhooks().misbehaving(ways)));
  }

  private void restart(RetryPolicy retries) {
    sandbox.close();
    var config = DemoWorld.config(clock, 1);
    sandbox = start(config.withWebhooks(config.webhooks().retrying(retries)));
  }

  @AfterEach
  void close() {
    sandbox.close();
    receiver.close();
  }

  private void pass(Duration span) {
    sandbox.advanceTo(clock.instant().plus(span));
  }

  @Test
  void aWebhookIsSignedOverItsBytes() throws GeneralSecurityException {
    Crm.of(sandbox).contact("Zoë", "+13015550100");
    pass(Duration.ofSeconds(2));

    var webhook = receiver.all().getFirst();

    assertThat(isGenuine(webhook)).isTrue();
    assertThat(webhook.json().path("firstName").asString()).isEqualTo("Zoë");
  }

  private boolean isGenuine(Receiver.Received webhook) throws GeneralSecurityException {
    var pem = sandbox.publicKeyPem().replaceAll("-----.*?-----|\\s", "");
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    signature.update(webhook.body().getBytes(StandardCharsets.UTF_8));
    return signature.verify(Base64.getDecoder().decode(webhook.signature()));
  }

  @Test
  void aWebhookHasItsEnvelopeAndFlatFields() {
    Crm.of(sandbox).contact("Ada", "+13015550100");
    pass(Duration.ofSeconds(2));

    var webhook = receiver.all().getFirst().json();

    assertThat(webhook.path("type").asString()).isEqualTo("ContactCreate");
    assertThat(webhook.path("locationId").asString()).isEqualTo(DemoWorld.LOCATION_ID);
    assertThat(webhook.path("appId").asString()).isEqualTo(DemoWorld.APP_ID);
    assertThat(webhook.path("timestamp").asString()).isEqualTo("2026-11-02T13:00:00.000Z");
    assertThat(webhook.path("webhookId").asString()).isNotEmpty();
    assertThat(webhook.path("phone").asString()).isEqualTo("+13015550100");
  }

  @Test
  void nothingComesBeforeItsTime() {
    Crm.of(sandbox).contact("Ada", "+13015550100");

    sandbox.runDue();

    assertThat(receiver.all()).isEmpty();
    assertThat(sandbox.nextEventAt()).contains(DemoWorld.BEGIN.plusSeconds(1));
  }

  @Test
  void whatIsNotAnsweredYetIsStillToCome() {
    var seen = new AtomicReference<>(Optional.<Instant>empty());
    receiver.answer(() -> {
      seen.set(sandbox.nextEventAt());
      return 200;
    });
    Crm.of(sandbox).contact("Ada", "+13015550100");

    pass(Duration.ofSeconds(2));

    assertThat(seen.get()).contains(DemoWorld.BEGIN.plusSeconds(1));
    assertThat(sandbox.nextEventAt()).isEmpty();
  }

  @Test
  void ourOwnTextComesBackAndItsDeliveryToo() {
    var crm = Crm.of(sandbox);
    var contactId = crm.contact("Ada", "+13015550100");
    crm.post(
        "/conversations/messages",
        """
        {"type": "SMS", "contactId": "%s", "message": "Hello"}\
        """
            .formatted(contactId));
    pass(Duration.ofSeconds(10));

    var echoes = receiver.all().stream().filter(it -> it.type().equals("OutboundMessage")).toList();

    assertThat(echoes)
        .extracting(it -> it.json().path("status").asString())
        .containsExactly("sent", "delivered");
    assertThat(echoes)
        .allMatch(it -> it.json().path("source").asString().equals("api"))
        .extracting(it -> it.json().path("messageId").asString())
        .containsOnly(echoes.getFirst().json().path("messageId").asString());
  }

  @Test
  void tagsThatWereThereAlreadyAreNotNews() {
    var crm = Crm.of(sandbox);
    var target = "/contacts/" + crm.contact("Ada", "+13015550100") + "/tags";
    crm.post(target, "{\"tags\": [\"vip\"]}");
    crm.post(target, "{\"tags\": [\"VIP\"]}");
    pass(Duration.ofSeconds(2));

    assertThat(receiver.types()).containsExactly("ContactCreate", "ContactTagUpdate");
  }

  @Test
  void aStopIsAMessageAndThenABlock() {
    var contactId = Crm.of(sandbox).contact("Ada", "+13015550100");
    sandbox.world().change(() -> sandbox.world().conversations().receiveText(contactId, "STOP"));
    pass(Duration.ofSeconds(2));

    var webhooks = receiver.all();

    assertThat(webhooks)
        .extracting(Receiver.Received::type)
        .containsExactly(
            "ContactCreate", "InboundMessage", "ConversationUnreadUpdate", "ContactDndUpdate");
    assertThat(webhooks.getLast().json().at("/dndSettings/SMS/status").asString())
        .isEqualTo("permanent");
  }

  @Test
  void aReceiverThatIsOverloadedGetsTheSameWebhookAgain() {
    var answers = new AtomicInteger();
    receiver.answer(() -> answers.getAndIncrement() < 2 ? 429 : 200);
    Crm.of(sandbox).contact("Ada", "+13015550100");

    pass(Duration.ofMinutes(2));

    var webhooks = receiver.all();
    assertThat(webhooks).hasSize(3);
    assertThat(new HashSet<>(webhooks)).hasSize(1);
    assertThat(sandbox.records().deliveries())
        .extracting(DeliveryRow::answer)
        .containsExactly(429, 429, 200);
  }

  @Test
  void aReceiverThatIsDownGetsWhatItMissed() {
    var port = receiver.url().getPort();
    receiver.close();
    Crm.of(sandbox).contact("Ada", "+13015550100");
    pass(Duration.ofSeconds(15));

    try (var restarted = new Receiver(port)) {
      pass(Duration.ofMinutes(1));

      assertThat(restarted.types()).containsExactly("ContactCreate");
    }
  }

  @Test
  void aWebhookThatIsRefusedIsNotSentAgain() {
    receiver.answer(() -> 401);
    Crm.of(sandbox).contact("Ada", "+13015550100");

    pass(Duration.ofHours(12));

    assertThat(receiver.all()).hasSize(1);
  }

  @Test
  void retriesAreBounded() {
    receiver.answer(() -> 500);
    Crm.of(sandbox).contact("Ada", "+13015550100");

    pass(Duration.ofDays(3));

    assertThat(receiver.all()).hasSize(12);
    assertThat(sandbox.nextEventAt()).isEmpty();
  }

  @Test
  void theVendorsOldPolicyRetriesNothingButOverload() {
    restart(RetryPolicy.VENDOR_2025);
    receiver.answer(() -> 503);
    Crm.of(sandbox).contact("Ada", "+13015550100");
    pass(Duration.ofHours(2));
    assertThat(receiver.all()).hasSize(1);

    receiver.answer(() -> 429);
    Crm.of(sandbox).contact("Bo", "+13015550101");
    pass(Duration.ofHours(2));
    assertThat(receiver.all()).hasSize(7);
  }

  @Test
  void duplicatesRepeatAWebhookWithItsId() {
    restart(Misbehaviour.duplicates(1, Duration.ofMinutes(1)));
    Crm.of(sandbox).contact("Ada", "+13015550100");

    pass(Duration.ofMinutes(2));

    var webhooks = receiver.all();
    assertThat(webhooks).hasSize(2);
    assertThat(new HashSet<>(webhooks)).hasSize(1);
  }

  @Test
  void delaysLetLaterWebhooksOvertake() {
    restart(Misbehaviour.delays(0.5, Duration.ofMinutes(5)));
    var crm = Crm.of(sandbox);
    var target = "/contacts/" + crm.contact("Ada", "+13015550100") + "/tags";
    for (int i = 0; i < 10; i++) {
      crm.post(target, "{\"tags\": [\"tag%d\"]}".formatted(i));
    }

    pass(Duration.ofMinutes(6));

    var sizes =
        receiver.all().stream()
            .filter(it -> it.type().equals("ContactTagUpdate"))
            .map(it -> it.json().path("tags").size())
            .toList();
    assertThat(sizes).hasSize(10).isNotEqualTo(sizes.stream().sorted().toList());
  }

  @Test
  void lossesAreSilent() {
    restart(Misbehaviour.losses(1));
    Crm.of(sandbox).contact("Ada", "+13015550100");

    pass(Duration.ofMinutes(2));

    assertThat(receiver.all()).isEmpty();
    assertThat(sandbox.nextEventAt()).isEmpty();
  }

  @Test
  void forgeriesDoNotVerify() throws GeneralSecurityException {
    restart(Misbehaviour.forgeries(1));
    Crm.of(sandbox).contact("Ada", "+13015550100");
    pass(Duration.ofMinutes(2));

    var webhooks = receiver.all();

    assertThat(isGenuine(webhooks.getFirst())).isFalse();
    assertThat(isGenuine(webhooks.getLast())).isTrue();
  }

  @Test
  void leanTasksDoNotNameTheirContact() {
    restart(Misbehaviour.leanTasks());
    var crm = Crm.of(sandbox);
    crm.post(
        "/contacts/" + crm.contact("Ada", "+13015550100") + "/tasks",
        """
        {"title": "Call", "dueDate": "2026-11-02T15:00:00Z", "completed": false}\
        """);
    pass(Duration.ofSeconds(2));

    var task = receiver.all().getLast().json();

    assertThat(task.path("title").asString()).isEqualTo("Call");
    assertThat(task.has("contactId")).isFalse();
  }

  @Test
  void keysDoNotShowThemselves() {
    assertThat(WebhookKeys.generate().toString()).doesNotContain("private");
  }
}
