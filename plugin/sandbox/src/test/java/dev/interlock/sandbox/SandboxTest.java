package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.sandbox.http.CannotListenException;
import dev.interlock.sandbox.people.People;
import dev.interlock.sandbox.records.RecordsJson;
import dev.interlock.sandbox.time.SandboxClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SandboxTest {
  private static HttpRequest.Builder request(Sandbox sandbox, String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.url() + path));
  }

  private static String get(Sandbox sandbox, String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request(sandbox, path).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void withARunningClockEverythingHappensByItself() throws InterruptedException {
    try (var receiver = new Receiver();
        var sandbox =
            Sandbox.start(
                DemoWorld.config(SandboxClock.runningFrom(DemoWorld.BEGIN, 100_000), 1))) {
      sandbox.sendWebhooksTo(receiver.url());
      sandbox.invite(People.crowd(1, 1));

      assertThat(receiver.next().type()).isEqualTo("ContactCreate");
    }
  }

  @Test
  void aRunningClockThatJumpsWakesTheSandbox() throws InterruptedException {
    var clock = SandboxClock.runningFrom(DemoWorld.BEGIN, 1);
    try (var receiver = new Receiver();
        var sandbox = Sandbox.start(DemoWorld.config(clock, 1))) {
      sandbox.sendWebhooksTo(receiver.url());
      sandbox.invite(People.crowd(1, 1));

      clock.advanceBy(Duration.ofDays(1));

      assertThat(receiver.next().type()).isEqualTo("ContactCreate");
    }
  }

  @Test
  void recordsCanBeReadFromAnotherProcess() throws IOException, InterruptedException {
    var clock = SandboxClock.standingAt(DemoWorld.BEGIN);
    try (var sandbox = Sandbox.start(DemoWorld.config(clock, 1))) {
      sandbox.invite(People.crowd(1, 20));
      sandbox.advanceTo(DemoWorld.BEGIN.plus(Duration.ofDays(1)));

      var json = get(sandbox, "/sandbox/records");

      assertThat(RecordsJson.read(json.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(sandbox.records());
    }
  }

  @Test
  void timeCanBeLetPassFromAnotherProcess() throws IOException, InterruptedException {
    var clock = SandboxClock.standingAt(DemoWorld.BEGIN);
    try (var sandbox = Sandbox.start(DemoWorld.config(clock, 1))) {
      sandbox.invite(People.crowd(1, 1));
      var pass =
          request(sandbox, "/sandbox/clock?to=2026-11-04T13:00:00Z")
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();

      var answer = HttpClient.newHttpClient().send(pass, BodyHandlers.ofString()).body();

      assertThat(answer).contains("\"now\":\"2026-11-04T13:00:00.000Z\"");
      assertThat(get(sandbox, "/sandbox/clock")).isEqualTo(answer);
      assertThat(sandbox.records().contacts()).hasSize(1);
    }
  }

  @Test
  void thePageSaysWhatItIsAndEscapesWhatPeopleWrite() throws IOException, InterruptedException {
    var clock = SandboxClock.standingAt(DemoWorld.BEGIN);
    try (var sandbox = Sandbox.start(DemoWorld.config(clock, 1))) {
      var contactId = Crm.of(sandbox).contact("<b>Ada</b>", "+13015550100");
      sandbox
          .world()
          .change(() ->
              sandbox
                  .world()
                  .conversations()
                  .receiveText(contactId, "<script>alert('hi')</script>"));

      var page = get(sandbox, "/");

      assertThat(page)
          .contains("SANDBOX, not a real CRM")
          .contains("&lt;b&gt;Ada&lt;/b&gt;")
          .doesNotContain("<script>");
    }
  }

  @Test
  void thePublicKeyIsShown() throws IOException, InterruptedException {
    try (var sandbox =
        Sandbox.start(DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1))) {
      assertThat(get(sandbox, "/sandbox/public-key"))
          .isEqualTo(sandbox.publicKeyPem())
          .startsWith("-----BEGIN PUBLIC KEY-----\n");
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    var config = DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1);
    try (var first = Sandbox.start(config)) {
      int port = first.url().getPort();

      assertThatThrownBy(() -> Sandbox.start(config.withApi(config.api().onPort(port))))
          .isInstanceOf(CannotListenException.class)
          .hasMessageContaining("127.0.0.1:" + port);
    }
  }
}
