package dev.interlock.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell.Said;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.webhooks.WebhookKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A server at work with the library's contracts, the CRM that it works on, and a person at the
/// command line.
record Practice(Installed installed, Server server, SandboxProcess sandbox, BadLine line)
    implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final WebhookKeys KEYS = WebhookKeys.generate();

  static Practice in(Path home) throws Exception {
    var installed = Installed.in(home);
    var server = Server.of(installed);
    // slow enough for a busy machine to give orders before silence is over
    var sandbox =
        SandboxProcess.start(installed, server.webhooks(), "--people", "0", "--speed", "60");
    var line = BadLine.to(sandbox.url());
    var practice = new Practice(installed, server, sandbox, line);
    try {
      var keys =
          Files.writeString(home.resolve("keys.pem"), sandbox.publicKey() + KEYS.publicKeyPem());
      server
          .set("INTERLOCK_CONFIG", sandbox.settings())
          .set("INTERLOCK_HIGHLEVEL_API_URL", line.url())
          .set("INTERLOCK_HIGHLEVEL_WEBHOOK_KEY", keys)
          .start();
      return practice;
    } catch (Exception | AssertionError late) {
      practice.close();
      throw late;
    }
  }

  /// Somebody whose call nobody took.
  ///
  /// @return their id
  String caller(String name, String phone) throws Exception {
    var contact = sandbox.contact(name, phone);
    callsInVain(contact);
    return contact;
  }

  void callsInVain(String contact) throws Exception {
    byte[] body = missedCall(contact);
    assertThat(
            Http.post(server.webhooks(), Map.of("X-GHL-Signature", KEYS.sign(body)), body)
                .statusCode())
        .isEqualTo(200);
  }

  static byte[] missedCall(String contact) throws IOException {
    try (var sample = Practice.class.getResourceAsStream("voicemail.json")) {
      var json = (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(sample));
      json.put("locationId", DemoWorld.LOCATION_ID);
      json.put("contactId", contact);
      json.put("messageId", "call of " + contact);
      json.put("webhookId", "webhook of " + contact);
      return JsonMapper.shared().writeValueAsBytes(json);
    }
  }

  /// Gives an order to the server.
  Said order(String... words) {
    var url = server.webhooks().resolve("/").toString();
    return server.ask(
        Stream.of(
                Stream.of("order"),
                Stream.of(words),
                Stream.of("--url", url.substring(0, url.length() - 1)))
            .flatMap(all -> all)
            .toArray(String[]::new));
  }

  String explained(String contact) {
    return server.ask("explain", contact).out();
  }

  /// The contact's latest run, as JSON.
  JsonNode run(String contact) {
    return runs(contact).findFirst().orElseThrow(() -> new AssertionError(server.said()));
  }

  String idOfRun(String contact) {
    return run(contact).path("run").asString();
  }

  String stateOf(String contact) {
    return run(contact).path("state").asString();
  }

  private Stream<JsonNode> runs(String contact) {
    var all = JsonMapper.shared().readTree(server.ask("runs", "--json").out());
    return StreamSupport.stream(all.spliterator(), false)
        .filter(run -> run.path("contact").asString().equals(contact));
  }

  /// How all of the contact's runs stand, the latest first.
  List<String> states(String contact) {
    return runs(contact).map(run -> run.path("state").asString()).toList();
  }

  /// Waits until the contact's latest run is in a state.
  void untilIn(String state, String contact) throws Exception {
    Patience.until(
        LONGEST,
        () -> runs(contact).findFirst().stream().anyMatch(run -> is(run, state)),
        () -> state + " " + server.ask("runs", "--json").out() + server.said());
  }

  private static boolean is(JsonNode run, String state) {
    return run.path("state").asString().equals(state);
  }

  @Override
  public void close() {
    line.close();
    sandbox.close();
    server.close();
  }
}
