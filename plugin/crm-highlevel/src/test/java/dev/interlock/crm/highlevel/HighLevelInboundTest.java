package dev.interlock.crm.highlevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening.StageEntered;
import dev.interlock.crm.AppNotice;
import dev.interlock.crm.NotNowException;
import dev.interlock.crm.Reception;
import dev.interlock.crm.Remembered;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.webhook.WebhookSignature;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighLevelInboundTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final InstallationId HERE = new InstallationId("loc1");
  private static final KeyPair VENDOR = keyPair();
  private static final String STAGE_UPDATE =
      """
      {"type": "OpportunityStageUpdate", "locationId": "loc1", "id": "deal1",
       "contactId": "contact1", "pipelineId": "pipe1", "pipelineStageId": "stage2",
       "status": "open", "timestamp": "2026-11-02T12:00:00Z"}
      """;

  private HighLevelConnection connection;
  private HighLevelInbound inbound;

  @BeforeEach
  void open() {
    connection = HighLevelConnection.open(ApiConfig.at(CRM.address()));
    var api = connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));
    var account =
        HighLevelCrm.of("loc1", api, InstantSource.fixed(Instant.parse("2026-11-02T12:00:00Z")));
    inbound =
        HighLevelInbound.of(
            WebhookSignature.by(List.of(VENDOR.getPublic())), "app1", List.of(account));
  }

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void acceptsWhatIsSignedAndOurs() {
    assertThat(
            receive(
                """
                {"type": "InboundMessage", "locationId": "loc1", "appId": "app1",
                 "contactId": "contact1", "webhookId": "hook1",
                 "timestamp": "2026-11-02T12:00:00.000Z"}
                """))
        .isEqualTo(
            new Reception.Accepted(
                HERE,
                "hook1",
                "contact1",
                "InboundMessage",
                Optional.of(Instant.parse("2026-11-02T12:00:00Z"))));
  }

  @Test
  void knowsADeliveryWithoutANumberByItsBytes() {
    String body = "{\"type\": \"NoteCreate\", \"id\": \"note1\", \"locationId\": \"loc1\"}";

    var first = (Reception.Accepted) receive(body);
    var second = (Reception.Accepted) receive(body);
    var other = (Reception.Accepted) receive(body + " ");

    assertThat(first.deliveryId()).startsWith("sha256:").isEqualTo(second.deliveryId());
    assertThat(first.deliveryId()).isNotEqualTo(other.deliveryId());
    assertThat(first.orderKey()).as("without a contact, the thing itself").isEqualTo("note1");
  }

  @Test
  void keepsWhatIsAboutOneContactInOneRow() {
    assertThat(orderKey("{\"type\": \"ContactUpdate\", \"id\": \"c1\", \"locationId\": \"loc1\"}"))
        .isEqualTo("c1");
    assertThat(
            orderKey(
                """
                {"type": "AppointmentUpdate", "locationId": "loc1",
                 "appointment": {"id": "a1", "contactId": "c1"}}
                """))
        .isEqualTo("c1");
    assertThat(
            orderKey(
                """
                {"_id": "i1", "altId": "loc1", "altType": "location", "invoiceItems": [],
                 "amountDue": 0, "contactDetails": {"id": "c1"}}
                """))
        .isEqualTo("c1");
  }

  @ParameterizedTest
  @CsvSource({
    "AppointmentDelete, AppointmentDelete",
    "InvoicePaid, AppointmentCreate",
    "ContactUpdate, AppointmentCreate",
    "'', AppointmentCreate"
  })
  void believesTheAddressBeforeTheTypeWhereBothAreAboutTheSame(String event, String kind) {
    String body =
        """
        {"type": "AppointmentCreate", "locationId": "loc1", "webhookId": "hook1",
         "appointment": {"id": "a1", "contactId": "c1"}}
        """;

    assertThat(((Reception.Accepted) receive(event, body)).kind()).isEqualTo(kind);
    assertThat(((Reception.Accepted) receive(event, body)).deliveryId()).isEqualTo("hook1");
  }

  @Test
  void knowsByItsAddressWhatSaysNothing() {
    String body = "{\"locationId\": \"loc1\", \"id\": \"note1\", \"contactId\": \"c1\"}";

    assertThat(((Reception.Accepted) receive("NoteCreate", body)).kind()).isEqualTo("NoteCreate");
    assertThat(receive("NoteDelete", body)).isInstanceOf(Reception.Ignored.class);
    assertThat(((Reception.Accepted) receive("NoteCreate", body)).deliveryId())
        .as("the same whether it says for which event its address was, or not")
        .isEqualTo(((Reception.Accepted) receive("TaskCreate", body)).deliveryId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Appointmentdelete", "AppointmentDelete/", "INSTALL", "x"})
  void saysThatThereIsNoSuchAddressToWhomeverMaySend(String event) {
    byte[] body = bytes("{\"type\": \"NoteCreate\", \"id\": \"n1\", \"locationId\": \"loc1\"}");

    assertThat(inbound.receive(event, header(signed(VENDOR, body)), body))
        .isInstanceOfSatisfying(
            Reception.Rejected.class, rejected -> assertThat(rejected.status()).isEqualTo(404));
    assertThat(inbound.receive(event, _ -> "", body))
        .isInstanceOfSatisfying(
            Reception.Rejected.class, rejected -> assertThat(rejected.status()).isEqualTo(401));
  }

  @Test
  void takesNoAddressFromTheBodyItself() {
    assertThat(
            receive(
                """
                {"type": "AppointmentCreate", "locationId": "loc1",
                 "appointment": {"id": "a1"}, "interlockEvent": "AppointmentDelete"}
                """))
        .isInstanceOf(Reception.Ignored.class);
  }

  @Test
  void refusesWhatIsNotSignedOrByAnotherKey() {
    byte[] body = bytes("{\"type\": \"ContactUpdate\", \"locationId\": \"loc1\"}");

    assertThat(inbound.receive(_ -> "", body)).isInstanceOf(Reception.Rejected.class);
    assertThat(inbound.receive(header(signed(keyPair(), body)), body))
        .isEqualTo(new Reception.Rejected(401, "the signature is wrong"));
    assertThat(inbound.receive(header("N/A"), body))
        .isEqualTo(new Reception.Rejected(401, "the signature is missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"type\": \"ContactUpdate\""})
  void refusesWhatIsSignedAndNoJsonObject(String body) {
    assertThat(receive(body))
        .isInstanceOfSatisfying(
            Reception.Rejected.class, rejected -> assertThat(rejected.status()).isEqualTo(400));
  }

  @Test
  void refusesWhatIsTooLargeBeforeItLooksAtIt() {
    assertThat(inbound.receive(_ -> "", new byte[HighLevelInbound.LARGEST_BODY + 1]))
        .isInstanceOfSatisfying(
            Reception.Rejected.class, rejected -> assertThat(rejected.status()).isEqualTo(413));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"SomethingNew\", \"locationId\": \"loc1\"}",
        "{\"type\": \"ContactUpdate\", \"locationId\": \"elsewhere\", \"id\": \"c1\"}",
        "{\"type\": \"ContactUpdate\", \"id\": \"c1\"}",
        "{\"type\": \"ContactUpdate\", \"locationId\": \"loc1\", \"id\": \"c1\", \"appId\": \"app2\"}",
        "{\"type\": \"INSTALL\", \"appId\": \"app1\"}",
        "{\"type\": \"UNINSTALL\", \"appId\": \"app2\", \"locationId\": \"loc1\"}",
        "{\"type\": \"LCEmailStats\", \"locationId\": \"loc1\", \"webhookPayload\": {\"event\": \"accepted\", \"recipient\": \"a@b.example\"}}",
        "{\"type\": \"LCEmailStats\", \"locationId\": \"loc1\", \"webhookPayload\": {\"event\": \"failed\", \"recipient\": \"a@b.example\"}, \"interlockMail\": {\"contactId\": \"c1\"}}",
        "{}"
      })
  void ignoresWhatItDoesNotKnowOrWantWithoutARefusal(String body) {
    assertThat(receive(body)).isInstanceOf(Reception.Ignored.class);
  }

  @Test
  void tellsWhatIsAboutTheAppItselfAlsoForAccountsThatAreNotConnected() {
    var elsewhere = new InstallationId("elsewhere");

    assertThat(aboutTheApp("INSTALL", "\"locationId\": \"elsewhere\", \"companyId\": \"com1\""))
        .isEqualTo(new AppNotice.Installed(elsewhere, "com1", "", Optional.empty()));
    assertThat(aboutTheApp("INSTALL", "\"locationId\": \"elsewhere\""))
        .isEqualTo(new AppNotice.Installed(elsewhere, "", "", Optional.empty()));
    assertThat(aboutTheApp("INSTALL", "\"companyId\": \"com1\""))
        .isEqualTo(new AppNotice.InstalledByAgency("com1", Optional.empty()));
    assertThat(aboutTheApp("UNINSTALL", "\"locationId\": \"elsewhere\""))
        .isEqualTo(new AppNotice.Uninstalled(elsewhere, Optional.empty()));
    assertThat(aboutTheApp("UNINSTALL", "\"companyId\": \"com1\""))
        .isEqualTo(new AppNotice.UninstalledByAgency("com1", Optional.empty()));
    assertThat(aboutTheApp("UPDATE", "\"locationId\": \"elsewhere\", \"versionId\": \"v2\""))
        .isEqualTo(new AppNotice.Updated(elsewhere, "v2", Optional.empty()));
  }

  private AppNotice aboutTheApp(String type, String members) {
    String body = "{\"type\": \"%s\", \"appId\": \"app1\", %s}".formatted(type, members);
    if (receive(body) instanceof Reception.AboutTheApp(_, var notice)) {
      return notice;
    }
    throw new AssertionError("it is not taken to be about the app");
  }

  @Test
  void acceptsWhatDoesNotSayForWhichAppItWasSent() {
    assertThat(receive("{\"type\": \"ContactUpdate\", \"id\": \"c1\", \"locationId\": \"loc1\"}"))
        .isInstanceOf(Reception.Accepted.class);
  }

  @Test
  void tellsStagesByTheNamesThatTheAccountHasForThem() {
    CRM.answersJson(
        """
        {"pipelines": [{"id": "pipe1", "name": "Sales", "stages": [
          {"id": "stage2", "name": "Booked", "position": 1}]}]}
        """);

    var events = inbound.translate(HERE, bytes(STAGE_UPDATE), Remembered.nothing()).events();

    assertThat(events)
        .extracting(DomainEvent::what)
        .extracting(what -> ((StageEntered) what).stage().toString())
        .containsExactly("Sales / Booked");
  }

  @Test
  void translatesLaterWhenTheNamesCannotBeReadNow() {
    CRM.answers(WireMock.aResponse().withStatus(503));

    assertThatThrownBy(() -> inbound.translate(HERE, bytes(STAGE_UPDATE), Remembered.nothing()))
        .isInstanceOf(NotNowException.class);
  }

  @Test
  void tellsByIdsWhereTheNamesMayNotBeRead() {
    CRM.answers(
        WireMock.jsonResponse(
            "{\"statusCode\": 401, \"message\": \"The token is not authorized for this scope.\"}",
            401));

    var events = inbound.translate(HERE, bytes(STAGE_UPDATE), Remembered.nothing()).events();

    assertThat(events)
        .extracting(event -> ((StageEntered) event.what()).stage().toString())
        .containsExactly("pipe1 / stage2");
  }

  @Test
  void translatesNothingForAnAccountThatIsGone() {
    var translation =
        inbound.translate(
            new InstallationId("elsewhere"), bytes(STAGE_UPDATE), Remembered.nothing());

    assertThat(translation.events()).isEmpty();
    assertThat(translation.ignored()).contains("no longer connected");
  }

  private String orderKey(String body) {
    return ((Reception.Accepted) receive(body)).orderKey();
  }

  private Reception receive(String event, String body) {
    return inbound.receive(event, header(signed(VENDOR, bytes(body))), bytes(body));
  }

  private Reception receive(String body) {
    return inbound.receive(header(signed(VENDOR, bytes(body))), bytes(body));
  }

  private static Function<String, String> header(String signature) {
    return name -> name.toLowerCase(Locale.ROOT).equals("x-ghl-signature") ? signature : "";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static KeyPair keyPair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String signed(KeyPair keys, byte[] body) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(body);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
