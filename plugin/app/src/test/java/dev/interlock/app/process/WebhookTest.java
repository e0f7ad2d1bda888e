package dev.interlock.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.crm.highlevel.conformance.SharedFiles;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.webhooks.WebhookKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A call that nobody took, told by the vendor's own sample to a server that works.
class WebhookTest {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
  private static final WebhookKeys FORGERS = WebhookKeys.generate();

  /// Ours besides the sandbox's, which does not give its private one away.
  private final WebhookKeys keys = WebhookKeys.generate();

  @TempDir private Path home;

  @Test
  void aMissedCallIsAnsweredByOneTextHoweverOftenAndByWhomeverItIsTold() throws Exception {
    var installed = Installed.in(home);
    try (var server = Server.of(installed);
        var sandbox = SandboxProcess.start(installed, server.webhooks(), "--people", "0")) {
      server
          .set("INTERLOCK_CONFIG", sandbox.settings())
          .set("INTERLOCK_HIGHLEVEL_WEBHOOK_KEY", keysOf(sandbox))
          .start();
      var caller = sandbox.contact("Ada", "+13015550100");
      var other = sandbox.contact("Bo", "+13015550101");
      byte[] call = missedCallOf(caller, "call1", "webhook1");

      assertThat(tell(server, call, keys.sign(call))).isEqualTo(200);
      Patience.until(LONGEST_ANSWER, () -> sandbox.textsTo(caller).count() == 1, server::said);

      byte[] again = missedCallOf(other, "call2", "webhook2");
      byte[] garbled = "{\"type\": \"InboundMessage\", ".getBytes(StandardCharsets.UTF_8);
      assertThat(tell(server, again, FORGERS.sign(again))).as("forged").isEqualTo(401);
      assertThat(tell(server, again, keys.sign(call))).as("another's").isEqualTo(401);
      assertThat(tell(server, again, "")).as("unsigned").isEqualTo(401);
      assertThat(tell(server, garbled, keys.sign(garbled))).as("garbled").isEqualTo(400);
      assertThat(tell(server, call, keys.sign(call))).as("replayed").isEqualTo(200);
      byte[] retold = missedCallOf(caller, "call1", "webhook3");
      assertThat(tell(server, retold, keys.sign(retold))).as("told twice").isEqualTo(200);

      Patience.until(LONGEST_ANSWER, () -> server.waiting() == 0, server::said);
      assertThat(callersWithRuns(server)).containsExactly(caller);
      assertThat(sandbox.textsTo(caller)).singleElement().asString().startsWith("Hi Ada, this is");
      assertThat(sandbox.textsTo(other)).isEmpty();

      assertThat(tell(server, again, keys.sign(again))).as("nothing but the key").isEqualTo(200);
      Patience.until(LONGEST_ANSWER, () -> sandbox.textsTo(other).count() == 1, server::said);
      assertThat(sandbox.textsTo(caller)).hasSize(1);
    }
  }

  /// A file with both keys: more than one is how HighLevel may change its own some day.
  private Path keysOf(SandboxProcess sandbox) throws IOException, InterruptedException {
    return Files.writeString(
        home.resolve("webhook-keys.pem"), sandbox.publicKey() + keys.publicKeyPem());
  }

  private static int tell(Server server, byte[] body, String signature)
      throws IOException, InterruptedException {
    Map<String, String> headers =
        signature.isEmpty() ? Map.of() : Map.of("X-GHL-Signature", signature);
    return Http.post(server.webhooks(), headers, body).statusCode();
  }

  /// The vendor's sample where it is at hand, else one like it of our own.
  ///
  /// The sample is about an account and a contact that this CRM does not know, so these are others
  /// here. Every call has an id of its own, or it would be the same call. And the sample lacks the
  /// id that a delivery has outside of documentation.
  private static byte[] missedCallOf(String contact, String call, String webhook)
      throws IOException {
    var json = (ObjectNode) JsonMapper.shared().readTree(sample());
    json.put("locationId", DemoWorld.LOCATION_ID);
    json.put("contactId", contact);
    json.put("messageId", call);
    json.put("webhookId", webhook);
    return JsonMapper.shared().writeValueAsBytes(json);
  }

  private static byte[] sample() throws IOException {
    var vendors = SharedFiles.highLevel("webhooks/InboundMessage-3.json");
    if (vendors.isPresent()) {
      return Files.readAllBytes(vendors.get());
    }
    try (var ours = WebhookTest.class.getResourceAsStream("voicemail.json")) {
      return Objects.requireNonNull(ours).readAllBytes();
    }
  }

  private static List<String> callersWithRuns(Server server) {
    return JsonMapper.shared()
        .readTree(server.ask("runs", "--json").out())
        .findValuesAsString("contact");
  }
}
