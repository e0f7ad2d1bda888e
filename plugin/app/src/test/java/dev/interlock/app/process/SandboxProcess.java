package dev.interlock.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.records.MessageRow;
import dev.interlock.sandbox.records.RecordsJson;
import dev.interlock.sandbox.records.SandboxRecords;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// `interlock sandbox`, in a process of its own.
final class SandboxProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Map<String, String> OURS =
      Map.of("Authorization", "Bearer " + DemoWorld.TOKEN, "Version", "2021-07-28");

  private static final byte[] NOTHING = {};

  private final Running running;
  private final Path settings;
  private final URI url;

  private SandboxProcess(Running running, Path settings, URI url) {
    this.running = running;
    this.settings = settings;
    this.url = url;
  }

  /// Starts it on any free port.
  ///
  /// @param receiver where its webhooks go
  static SandboxProcess start(Installed installed, URI receiver, String... options)
      throws Exception {
    var data = installed.home().resolve("sandbox");
    var arguments =
        Stream.concat(
            Stream.of("sandbox", "--port", "0", "--data", data.toString()),
            Stream.concat(Stream.of("--webhook-url", receiver.toString()), Stream.of(options)));
    var running = installed.start("sandbox", Map.of(), arguments.toArray(String[]::new));
    try {
      // its last words before it works; the settings are written by then
      Patience.until(
          LONGEST_START, () -> running.said().contains("interlock prove"), running::said);
      var settings = data.resolve("serve.properties");
      return new SandboxProcess(running, settings, url(settings));
    } catch (AssertionError late) {
      running.close();
      throw late;
    }
  }

  private static URI url(Path settings) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(settings)) {
      properties.load(reader);
    }
    return URI.create(properties.getProperty("INTERLOCK_HIGHLEVEL_API_URL"));
  }

  /// Where its API is.
  URI url() {
    return url;
  }

  /// The file with which `interlock serve` works on it.
  Path settings() {
    return settings;
  }

  /// Everything that has happened in it.
  SandboxRecords records() throws InterruptedException {
    return RecordsJson.read(ask("/sandbox/records"));
  }

  /// How many people it was told to send texts to.
  long texted() throws InterruptedException {
    return records().sentThroughApi().stream().map(MessageRow::contactId).distinct().count();
  }

  /// Whether nothing more happens in it by itself.
  boolean isOver() throws InterruptedException {
    return JsonMapper.shared().readTree(ask("/sandbox/clock")).path("nextEventAt").isMissingNode();
  }

  /// The key with which its webhooks are checked, as a PEM file's text.
  String publicKey() throws InterruptedException {
    return new String(ask("/sandbox/public-key"), StandardCharsets.US_ASCII);
  }

  private byte[] ask(String path) throws InterruptedException {
    return Http.get(url.resolve(path)).orElseThrow(() -> new AssertionError(running.said()));
  }

  /// Makes a contact and returns its id.
  String contact(String firstName, String phone) throws IOException, InterruptedException {
    var body = Map.of("locationId", DemoWorld.LOCATION_ID, "firstName", firstName, "phone", phone);
    var answer =
        Http.post(url.resolve("/contacts/"), OURS, JsonMapper.shared().writeValueAsBytes(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JsonMapper.shared().readTree(answer.body()).at("/contact/id").asString();
  }

  /// Changes a contact, as its own user interface does.
  ///
  /// @param json what changes
  void change(String contact, String json) throws IOException, InterruptedException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    var answer = Http.send("PUT", url.resolve("/contacts/" + contact), OURS, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /// Books a consultation for a contact.
  void books(String contact, String start) throws IOException, InterruptedException {
    var calendars = url.resolve("/calendars/?locationId=" + DemoWorld.LOCATION_ID);
    var found = JsonMapper.shared().readTree(Http.send("GET", calendars, OURS, NOTHING).body());
    var body =
        Map.of(
            "locationId",
            DemoWorld.LOCATION_ID,
            "calendarId",
            found.at("/calendars/0/id").asString(),
            "contactId",
            contact,
            "startTime",
            start,
            "ignoreFreeSlotValidation",
            true);
    var headers = Map.of("Authorization", "Bearer " + DemoWorld.TOKEN, "Version", "2021-04-15");
    var answer =
        Http.post(
            url.resolve("/calendars/events/appointments"),
            headers,
            JsonMapper.shared().writeValueAsBytes(body));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  /// The words of the texts that went out to a contact.
  Stream<String> textsTo(String contact) throws InterruptedException {
    return records().sentThroughApi().stream()
        .filter(message -> message.contactId().equals(contact))
        .map(MessageRow::body);
  }

  @Override
  public void close() {
    running.close();
  }
}
