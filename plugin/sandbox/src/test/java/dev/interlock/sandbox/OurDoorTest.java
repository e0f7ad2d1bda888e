package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.crm.Inbound;
import dev.interlock.crm.Reception;
import dev.interlock.crm.Remembered;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.crm.highlevel.HighLevelInbound;
import dev.interlock.crm.highlevel.webhook.WebhookKeys;
import dev.interlock.crm.highlevel.webhook.WebhookSignature;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import dev.interlock.sandbox.people.Behaviour;
import dev.interlock.sandbox.people.Opening;
import dev.interlock.sandbox.people.People;
import dev.interlock.sandbox.people.Person;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.webhooks.Misbehaviour;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What our own door makes of the sandbox's webhooks.
class OurDoorTest {
  private static final String PHONE = "+13015550100";

  @TempDir private Path folder;

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final Receiver receiver = new Receiver();
  private Sandbox sandbox = Sandbox.start(DemoWorld.config(clock, 1));
  private HighLevelConnection connection = connect();

  @BeforeEach
  void open() {
    sandbox.sendWebhooksTo(receiver.url());
  }

  @AfterEach
  void close() {
    connection.close();
    sandbox.close();
    receiver.close();
  }

  private HighLevelConnection connect() {
    return HighLevelConnection.open(ApiConfig.at(sandbox.url()), clock);
  }

  private Inbound door() throws IOException {
    var pem = Files.writeString(folder.resolve("key.pem"), sandbox.publicKeyPem());
    var token = TokenSource.fixed(new AccessToken(DemoWorld.TOKEN));
    var api = connection.location(DemoWorld.LOCATION_ID, token);
    return HighLevelInbound.of(
        WebhookSignature.by(WebhookKeys.fromFile(pem)),
        DemoWorld.APP_ID,
        List.of(HighLevelCrm.of(DemoWorld.LOCATION_ID, api, clock)));
  }

  private void meet(Opening opening, Behaviour behaviour) {
    var person =
        new Person(
            "Ada", "Kim", PHONE, "ada@mail.example", opening, behaviour, Duration.ofMinutes(1));
    sandbox.invite(People.of(1, person).withoutCards());
    pass(Duration.ofMinutes(2));
  }

  private void text() {
    var contact = sandbox.records().contactWithPhone(PHONE).orElseThrow();
    Crm.of(sandbox)
        .post(
            "/conversations/messages",
            "{\"type\": \"SMS\", \"contactId\": \"%s\", \"message\": \"Hello\"}"
                .formatted(contact.id()));
  }

  private void pass(Duration span) {
    sandbox.advanceTo(clock.instant().plus(span));
  }

  /// All that came, in the domain's words, deliveries of one contact one after the other.
  private List<String> understood() throws IOException {
    var words = new ArrayList<String>();
    var door = door();
    var known = Remembered.nothing();
    for (var webhook : receiver.all()) {
      byte[] body = webhook.body().getBytes(StandardCharsets.UTF_8);
      switch (door.receive(header -> signature(header, webhook), body)) {
        case Reception.Accepted accepted -> {
          var translation = door.translate(accepted.installation(), body, known);
          known = translation.remembered();
          translation.events().stream().map(OurDoorTest::inWords).forEach(words::add);
        }
        case Reception.Ignored _, Reception.AboutTheApp _ -> {}
        case Reception.Rejected(int status, var reason) ->
            words.add("rejected " + status + " " + reason);
      }
    }
    return words;
  }

  private static String signature(String header, Receiver.Received webhook) {
    return header.equalsIgnoreCase("X-GHL-Signature") ? webhook.signature() : "";
  }

  private static String inWords(DomainEvent event) {
    return switch (event.what()) {
      case Happening.ContactHappened(var change, _) -> "contact " + change;
      case Happening.MessageReceived(var channel, _, var words) -> channel + " " + words;
      case Happening.CallMissed(_, var voicemail) -> voicemail ? "voicemail" : "call missed";
      case Happening.MessageOutcome(var delivery, _, _, _) -> "message " + delivery;
      case Happening.ConsentHappened(var change, _) -> "consent " + change;
      case Happening.AppointmentHappened(var change, _) -> "appointment " + change;
      case Happening.StageEntered(_, var stage) -> "entered " + stage.stage();
      case Happening.ForeignHandActed(_, var act, _) -> "foreign " + act;
      case Happening other -> other.getClass().getSimpleName();
    };
  }

  @Test
  void aMissedCallIsUnderstood() throws IOException {
    meet(Opening.MISSED_CALL, Behaviour.SILENT);

    assertThat(understood()).containsExactly("contact CREATED", "call missed");
  }

  @Test
  void aVoicemailIsUnderstood() throws IOException {
    meet(Opening.VOICEMAIL, Behaviour.SILENT);

    assertThat(understood()).containsExactly("contact CREATED", "voicemail");
  }

  @Test
  void aStopIsUnderstood() throws IOException {
    meet(Opening.MISSED_CALL, Behaviour.REPLIES_STOP);
    text();
    pass(Duration.ofHours(2));

    assertThat(understood()).endsWith("SMS Stop", "consent OPTED_OUT");
  }

  @Test
  void aTextThatDoesNotArriveIsUnderstood() throws IOException {
    meet(Opening.MISSED_CALL, Behaviour.WRONG_NUMBER);
    text();
    pass(Duration.ofMinutes(1));

    assertThat(understood()).contains("message FAILED");
  }

  @Test
  void anAppointmentIsUnderstoodToItsEnd() throws IOException {
    meet(Opening.BOOKING, Behaviour.BOOKS_THEN_NO_SHOW);
    pass(Duration.ofDays(4));

    assertThat(understood()).containsSubsequence("appointment BOOKED", "appointment NO_SHOW");
  }

  @Test
  void aCancellationIsUnderstood() throws IOException {
    meet(Opening.BOOKING, Behaviour.BOOKS_THEN_CANCELS);
    pass(Duration.ofDays(1));

    assertThat(understood()).containsSubsequence("appointment BOOKED", "appointment CANCELLED");
  }

  @Test
  void aColleagueWhoMovesTheCardIsUnderstood() throws IOException {
    meet(Opening.NEW_LEAD, Behaviour.STAFF_MOVES_CARD);
    pass(Duration.ofHours(12));

    assertThat(understood()).contains("entered Engaged");
  }

  @Test
  void aColleagueWhoWritesByHandIsUnderstood() throws IOException {
    meet(Opening.MISSED_CALL, Behaviour.STAFF_REPLIES);
    pass(Duration.ofHours(6));

    assertThat(understood()).contains("foreign MESSAGED");
  }

  @Test
  void aForgeryIsRejected() throws IOException {
    sandbox.close();
    connection.close();
    var config = DemoWorld.config(clock, 1);
    sandbox =
        Sandbox.start(
            config.withWebhooks(config.webhooks().misbehaving(Misbehaviour.forgeries(1))));
    connection = connect();
    sandbox.sendWebhooksTo(receiver.url());
    meet(Opening.MISSED_CALL, Behaviour.SILENT);

    assertThat(understood())
        .filteredOn(words -> words.startsWith("rejected 401"))
        .hasSize(sandbox.records().deliveries().size() / 2);
  }
}
