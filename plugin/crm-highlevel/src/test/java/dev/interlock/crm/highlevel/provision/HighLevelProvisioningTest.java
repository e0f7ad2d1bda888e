package dev.interlock.crm.highlevel.provision;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Grant;
import dev.interlock.crm.inventory.Inventory;
import dev.interlock.crm.inventory.Made;
import dev.interlock.crm.inventory.Right;
import dev.interlock.crm.inventory.Sending;
import dev.interlock.crm.inventory.Thing;
import dev.interlock.crm.inventory.Told;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A location with answers laid down one by one; every request is held to the vendor's description.
class HighLevelProvisioningTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-02T12:00:00Z"));
  private static final String NO_SCOPE =
      """
      {"statusCode": 401, "message": "The token is not authorized for this scope."}
      """;
  private static final String TAGS = "/locations/loc1/tags";
  private static final String NUMBERS = "/phone-system/numbers/location/loc1";
  private static final Creatable VIP = new Creatable.Tag(new TagName("VIP"));
  private static final Creatable SHOE =
      new Creatable.Field("Shoe size", FieldKind.NUMBER, List.of());

  private HighLevelConnection connection;
  private HighLevelProvisioning account;

  @BeforeEach
  void furnish() {
    connection = HighLevelConnection.open(ApiConfig.at(CRM.address()), NOON);
    var api = connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));
    account = HighLevelProvisioning.of("loc1", api, NOON);
    answer(
        "/locations/loc1",
        """
        {"location": {"id": "loc1", "companyId": "agency1", "name": "Riverside Dental",
          "timezone": "America/New_York"}}
        """);
    answer(
        "/opportunities/pipelines",
        """
        {"pipelines": [{"id": "p1", "name": " Sales ", "stages": [
          {"id": "s2", "name": "Booked", "position": 1},
          {"id": "s1", "name": "New lead", "position": 0}]}]}
        """);
    answer(TAGS, "{\"tags\": [{\"id\": \"t1\", \"name\": \"Web Lead\"}]}");
    answer(
        "/locations/loc1/customFields",
        """
        {"customFields": [
          {"id": "f1", "name": "Plan", "dataType": "RADIO", "picklistOptions": ["a", "b"],
           "model": "contact"},
          {"id": "f2", "name": "Scan", "dataType": "FILE_UPLOAD", "model": "contact"},
          {"id": "f3", "name": "Worth", "dataType": "MONETORY", "model": "opportunity"}]}
        """);
    answer("/locations/loc1/customValues", "{\"customValues\": []}");
    answer(
        "/users/search",
        """
        {"users": [{"id": "u1", "firstName": "Ana", "lastName": "Ruiz"},
          {"id": "u2", "name": "Gone Girl", "deleted": true}]}
        """);
    answer(
        "/calendars/",
        "{\"calendars\": [{\"id\": \"c1\", \"name\": \"Consultation\", \"isActive\": false}]}");
    answer(
        "/workflows/",
        "{\"workflows\": [{\"id\": \"w1\", \"name\": \"News\", \"status\": \"draft\"}]}");
    answer("POST", "/contacts/search", 200, "{\"contacts\": [], \"total\": 0}");
    answer("/conversations/messages/export", "{\"messages\": []}");
    answer("/calendars/events", "{\"events\": []}");
    answer(
        NUMBERS,
        """
        {"numbers": [{"phoneNumber": "+14155550100", "capabilities": {"sms": true}},
          {"phoneNumber": "+14155550101", "capabilities": {"sms": false}}]}
        """);
    answer("/locations/loc1/conversationChannels/SMS", providers("SMS", ""));
    answer("/locations/loc1/conversationChannels/Email", providers("Email", ""));
  }

  @AfterEach
  void disconnect() {
    connection.close();
  }

  @Test
  void readsAllThatALocationHas() {
    var read = inventory();

    assertThat(read.name()).isEqualTo("Riverside Dental");
    assertThat(read.zone()).contains(ZoneId.of("America/New_York"));
    assertThat(read.pipelines())
        .isEqualTo(
            known(
                new Thing.Pipeline(
                    "p1",
                    "Sales",
                    List.of(new Thing.Stage("s1", "New lead"), new Thing.Stage("s2", "Booked")))));
    assertThat(read.tags()).isEqualTo(known(new Thing.Tag("t1", "web lead")));
    assertThat(read.fields())
        .isEqualTo(
            new Told.Known<>(
                List.of(
                    new Thing.Field(
                        "f1", "Plan", Optional.of(FieldKind.OPTION), "RADIO", List.of("a", "b")),
                    new Thing.Field("f2", "Scan", Optional.empty(), "FILE_UPLOAD", List.of()))));
    assertThat(read.users()).isEqualTo(known(new Thing.User("u1", "Ana Ruiz")));
    assertThat(read.calendars()).isEqualTo(known(new Thing.Calendar("c1", "Consultation", false)));
    assertThat(read.automations()).isEqualTo(known(new Thing.Automation("w1", "News", false)));
    assertThat(read.sending().get(Channel.SMS))
        .isEqualTo(new Told.Known<>(new Sending(List.of("+14155550100"))));
    assertThat(CRM.requests()).allMatch(each -> !each.path().endsWith("SMS"));
  }

  @Test
  void tellsTheScopeThatIsMissingAndReadsTheRest() {
    refuse("GET", TAGS);
    refuse("POST", "/contacts/search");
    refuse("GET", NUMBERS);

    var read = inventory();

    assertThat(read.tags()).isEqualTo(new Told.NoScope<>("locations/tags.readonly"));
    assertThat(read.users()).isInstanceOf(Told.Known.class);
    assertThat(read.grants())
        .containsEntry(Right.READ_CONTACTS, new Grant("contacts.readonly", Grant.Standing.MISSING))
        .containsEntry(Right.READ_USERS, new Grant("users.readonly", Grant.Standing.GRANTED))
        .containsEntry(Right.CHANGE_CONTACTS, new Grant("contacts.write", Grant.Standing.UNTOLD));
    assertThat(read.sending().get(Channel.SMS)).isEqualTo(new Told.NoScope<>("phonenumbers.read"));
  }

  @Test
  void readsTheRestOfALocationThatMayNotBeReadItself() {
    refuse("GET", "/locations/loc1");
    answer("/users/", "{\"users\": []}");

    var read = inventory();

    assertThat(read.zone()).isEmpty();
    assertThat(read.users()).isEqualTo(new Told.Known<>(List.of()));
    assertThat(read.grants())
        .containsEntry(Right.READ_ACCOUNT, new Grant("locations.readonly", Grant.Standing.MISSING));
  }

  @Test
  void takesAServiceForANumber() {
    answer(NUMBERS, "{\"numbers\": []}");
    answer("/locations/loc1/conversationChannels/SMS", providers("SMS", "Twilio"));

    assertThat(inventory().sending().get(Channel.SMS))
        .isEqualTo(new Told.Known<>(new Sending(List.of("Twilio"))));
  }

  @Test
  void doesNotTakeNoListedMailServiceForNone() {
    assertThat(inventory().sending().get(Channel.EMAIL)).isInstanceOf(Told.Never.class);
  }

  @Test
  void isRefusedAsAWholeWithAWrongToken() {
    CRM.answers(jsonResponse("{\"statusCode\": 401, \"message\": \"Invalid JWT\"}", 401));

    assertThat(account.inventory(Set.of()))
        .isInstanceOfSatisfying(
            Read.Refused.class, refused -> assertThat(refused.code()).isEqualTo("token"));
    assertThat(CRM.requests()).hasSize(1);
  }

  @Test
  void asksNothingMoreOnceItIsToldToWait() {
    answer("GET", TAGS, 429, "{\"statusCode\": 429, \"message\": \"Too many requests\"}");

    assertThat(account.inventory(Set.of())).isInstanceOf(Read.TryLater.class);
    assertThat(CRM.requests()).hasSize(3);
  }

  @Test
  void saysOfOneKindThatItCouldNotBeReadThisTime() {
    answer("GET", "/workflows/", 502, "<p>bad gateway</p>");

    assertThat(inventory().automations()).isInstanceOf(Told.Missed.class);
  }

  @Test
  void makesATag() {
    answer("POST", TAGS, 200, "{\"tag\": {\"id\": \"t2\", \"name\": \"vip\"}}");

    assertThat(account.make(VIP)).isEqualTo(new Made.Done("t2"));
    assertThat(CRM.requests().getLast().body()).isEqualTo("{\"name\":\"vip\"}");
  }

  @Test
  void makesAFieldAndAValue() {
    answer("POST", "/locations/loc1/customFields", 201, "{\"customField\": {\"id\": \"f9\"}}");
    answer("POST", "/locations/loc1/customValues", 201, "{\"customValue\": {\"id\": \"v9\"}}");

    assertThat(account.make(SHOE)).isEqualTo(new Made.Done("f9"));
    assertThat(CRM.requests().getLast().body())
        .isEqualTo("{\"name\":\"Shoe size\",\"dataType\":\"NUMERICAL\",\"model\":\"contact\"}");
    assertThat(account.make(new Creatable.Value("Booking link", "https://b.example.com")))
        .isEqualTo(new Made.Done("v9"));
  }

  @Test
  void makesNothingThatCameToBeMeanwhile() {
    answer(TAGS, "{\"tags\": [{\"id\": \"t2\", \"name\": \"vip\"}]}");

    assertThat(account.make(VIP)).isEqualTo(new Made.AlreadyThere("t2"));
    assertThat(CRM.requests()).hasSize(1);
  }

  @Test
  void looksForWhatIsInDoubtAndFindsIt() {
    answer("POST", TAGS, 504, "gateway timeout");
    // the list is empty at first, and has the tag once it was made
    CRM.answers(
        request("GET", urlPathEqualTo(TAGS))
            .inScenario("made")
            .whenScenarioStateIs("Started")
            .willSetStateTo("there")
            .willReturn(jsonResponse("{\"tags\": []}", 200)));
    CRM.answers(
        request("GET", urlPathEqualTo(TAGS))
            .inScenario("made")
            .whenScenarioStateIs("there")
            .willReturn(jsonResponse("{\"tags\": [{\"id\": \"t2\", \"name\": \"vip\"}]}", 200)));

    assertThat(account.make(VIP)).isEqualTo(new Made.Done("t2"));
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void leavesInDoubtWhatItDoesNotFindAndNeverMakesItAgain() {
    answer("POST", "/locations/loc1/customFields", 504, "gateway timeout");

    assertThat(account.make(SHOE)).isInstanceOf(Made.InDoubt.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void saysWhichScopeWouldLetItMakeATag() {
    refuse("POST", TAGS);

    assertThat(account.make(VIP))
        .isInstanceOfSatisfying(
            Made.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("scope");
              assertThat(refused.reason()).contains("locations/tags.write");
            });
  }

  @Test
  void makesNothingWhenItIsToldToWait() {
    answer("POST", TAGS, 429, "{\"statusCode\": 429, \"message\": \"Too many requests\"}");

    assertThat(account.make(VIP)).isInstanceOf(Made.TryLater.class);
  }

  @Test
  void makesNoFieldWithChoicesSinceTheApiHasNoWordForThem() {
    var choice = new Creatable.Field("Insurance", FieldKind.OPTION, List.of("Yes", "No"));

    assertThat(account.guide().whyNot(choice)).isPresent();
    assertThat(account.make(choice)).isInstanceOf(Made.Refused.class);
    assertThat(CRM.requests()).isEmpty();
  }

  private Inventory inventory() {
    return account.inventory(Set.of(Channel.SMS, Channel.EMAIL))
            instanceof Read.Got<Inventory>(var read)
        ? read
        : fail("it was not read");
  }

  private static <T> Told<List<T>> known(T thing) {
    return new Told.Known<>(List.of(thing));
  }

  private static long posts() {
    return CRM.requests().stream().filter(each -> each.method().equals("POST")).count();
  }

  private static String providers(String type, String name) {
    var entry =
        name.isEmpty()
            ? ""
            : """
            {"conversationProvider": {"_id": "p", "name": "%s", "type": "%s", "default": true}}
            """
                .formatted(name, type);
    return "{\"conversationChannel\": {\"%s\": [%s]}}".formatted(type, entry);
  }

  private static void refuse(String method, String path) {
    answer(method, path, 401, NO_SCOPE);
  }

  private static void answer(String path, String json) {
    answer("GET", path, 200, json);
  }

  private static void answer(String method, String path, int status, String body) {
    CRM.answers(
        request(method, urlPathEqualTo(path))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(body)));
  }
}
