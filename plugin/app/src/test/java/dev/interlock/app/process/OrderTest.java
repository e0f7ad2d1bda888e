package dev.interlock.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell.Said;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.webhooks.WebhookKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every order, given from the command line to a server that is at work.
class OrderTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final WebhookKeys KEYS = WebhookKeys.generate();

  @TempDir private Path home;

  @Test
  void runsAreStoppedLetGoOnAndEndedAndEachOrderIsKept() throws Exception {
    var installed = Installed.in(home);
    try (var server = Server.of(installed);
        var sandbox = SandboxProcess.start(installed, server.webhooks(), "--people", "0")) {
      var keys =
          Files.writeString(home.resolve("keys.pem"), sandbox.publicKey() + KEYS.publicKeyPem());
      server
          .set("INTERLOCK_CONFIG", sandbox.settings())
          .set("INTERLOCK_HIGHLEVEL_WEBHOOK_KEY", keys)
          .start();
      var caller = sandbox.contact("Ada", "+13015550100");
      tell(server, missedCall(caller));
      Patience.until(LONGEST, () -> isIn(server, "AWAITING"), server::said);
      var run = runs(server).get(0).path("run").asString();

      assertThat(order(server, "pause", run).out()).contains("Ada", "stops where it stands");
      assertThat(runs(server).get(0).path("state").asString())
          .as("only shown")
          .isEqualTo("AWAITING");

      assertThat(order(server, "pause", run, "--yes", "--by", "Ben").exit()).isZero();
      assertThat(runs(server).get(0).path("state").asString()).isEqualTo("PAUSED");
      var again = order(server, "pause", run, "--yes");
      assertThat(again.exit()).isZero();
      assertThat(again.out()).contains("left alone, since it is paused");
      assertThat(order(server, "settle", run, "--happened", "no", "--yes").out())
          .contains("left alone");

      var selected =
          order(
              server,
              "resume",
              "--contract",
              "missed-call-text-back",
              "--shift",
              "--yes",
              "--json");
      assertThat(selected.exit()).isZero();
      assertThat(JsonMapper.shared().readTree(selected.out()).at("/0/outcome").asString())
          .isEqualTo("done");
      assertThat(runs(server).get(0).path("state").asString()).isEqualTo("AWAITING");

      assertThat(
              order(server, "withdraw", run, "--reason", "They moved away", "--by", "Ben", "--yes")
                  .exit())
          .isZero();
      Patience.until(LONGEST, () -> isIn(server, "ENDED"), server::said);
      assertThat(runs(server).get(0).path("exit").asString()).isEqualTo("withdrawn");
      assertThat(server.ask("explain", caller).out())
          .contains("Ben paused the run", "Ben withdrew the run: They moved away");
      var over = order(server, "pause", run, "--yes");
      assertThat(over.exit()).isEqualTo(2);
      assertThat(over.err()).contains("no run " + run + " is under way");

      assertThat(order(server, "start", "speed-to-lead", caller).out()).contains("Would start");
      assertThat(order(server, "start", "speed-to-lead", caller, "--yes").exit()).isZero();
      Patience.until(
          LONGEST,
          () -> server.ask("explain", caller).out().contains("Speed to lead"),
          server::said);
      var unknown = order(server, "start", "tea-time", caller, "--yes");
      assertThat(unknown.exit()).isEqualTo(1);
      assertThat(unknown.out()).contains("there is no contract tea-time");

      server.kill();
      var nobody = order(server, "start", "speed-to-lead", caller, "--yes");
      assertThat(nobody.exit()).isEqualTo(2);
      assertThat(nobody.err()).contains("no server is at work at", "interlock serve");
    }
  }

  private static Said order(Server server, String what, String... words) {
    var url = server.webhooks().resolve("/").toString();
    return server.ask(
        Stream.of(
                Stream.of("order", what),
                Stream.of(words),
                Stream.of("--url", url.substring(0, url.length() - 1)))
            .flatMap(all -> all)
            .toArray(String[]::new));
  }

  private static boolean isIn(Server server, String state) {
    return runs(server).size() == 1 && runs(server).get(0).path("state").asString().equals(state);
  }

  private static JsonNode runs(Server server) {
    return JsonMapper.shared().readTree(server.ask("runs", "--json").out());
  }

  private static void tell(Server server, byte[] body) throws Exception {
    assertThat(
            Http.post(server.webhooks(), Map.of("X-GHL-Signature", KEYS.sign(body)), body)
                .statusCode())
        .isEqualTo(200);
  }

  private static byte[] missedCall(String contact) throws IOException {
    try (var sample = OrderTest.class.getResourceAsStream("voicemail.json")) {
      var json = (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(sample));
      json.put("locationId", DemoWorld.LOCATION_ID);
      json.put("contactId", contact);
      json.put("webhookId", "webhook1");
      return JsonMapper.shared().writeValueAsBytes(json);
    }
  }
}
