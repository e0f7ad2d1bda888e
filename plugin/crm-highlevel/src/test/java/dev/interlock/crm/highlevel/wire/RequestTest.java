package dev.interlock.crm.highlevel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.crm.highlevel.conformance.SeenRequest;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.ContactChange.Field;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What requests hold beyond the usual, and what is refused before it is sent.
class RequestTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private static HighLevelConnection connection;
  private static HighLevelApi api;

  @BeforeAll
  static void connect() {
    connection = HighLevelConnection.open(ApiConfig.at(CRM.address()));
    api = connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));
  }

  @AfterAll
  static void disconnect() {
    connection.close();
  }

  @Test
  void clearsAFieldTheWayTheCrmTakesIt() {
    CRM.answersJson("{\"contact\": {\"id\": \"c1\"}}");
    var change =
        ContactChange.none()
            .with(Field.EMAIL, "")
            .with(Field.TIMEZONE, "")
            .with("f1", new FieldValue.Text(""));

    var _ = api.contacts().update("c1", change);

    assertThat(Json.parse(CRM.onlyRequest().body()))
        .isEqualTo(
            Json.parse(
                """
                {"email": null, "timezone": "",
                 "customFields": [{"id": "f1", "field_value": ""}]}
                """));
  }

  @Test
  void neverSendsTagsOrALocationWithAnUpdate() {
    CRM.answersJson("{\"contact\": {\"id\": \"c1\"}}");

    var _ = api.contacts().update("c1", ContactChange.none().with(Field.CITY, "Rome"));

    assertThat(CRM.onlyRequest().body()).isEqualTo("{\"city\":\"Rome\"}");
  }

  @Test
  void walksThroughASearchByThePlaceOfTheLastContact() {
    CRM.answersJson("{\"contacts\": [{\"id\": \"c1\", \"searchAfter\": [1793620800000, \"c1\"]}]}");
    var first =
        ContactSearch.where(ContactFilter.contains("email", "@")).sortedBy("dateUpdated", true);
    var page = api.contacts().search(first).success().orElseThrow();

    var second = first.after(page.contacts().getLast()).orElseThrow();
    var _ = api.contacts().search(second);

    Json body = Json.parse(CRM.requests().getLast().body());
    assertThat(body.at("searchAfter")).isEqualTo(Json.parse("[1793620800000, \"c1\"]"));
    assertThat(body.at("page").isPresent()).isFalse();
    assertThat(page.total()).isEmpty();
    assertThat(first.after(new WireContact(Json.parse("{\"id\": \"c1\"}")))).isEmpty();
  }

  @Test
  void looksUpAnAddressWithItsPlusIntact() {
    CRM.answersJson("{\"contact\": null}");

    var found = api.contacts().withEmail("ann+test@example.com");

    assertThat(found.success()).hasValueSatisfying(contact -> assertThat(contact).isEmpty());
    SeenRequest request = CRM.onlyRequest();
    assertThat(request.query()).containsEntry("email", List.of("ann+test@example.com"));
  }

  @Test
  void takesANullAsNobodyFoundAndAnEmptyAnswerAsUnreadable() {
    CRM.answersJson("null");
    assertThat(api.contacts().withPhone("+15550100001").success())
        .hasValueSatisfying(contact -> assertThat(contact).isEmpty());
    CRM.answersJson("");
    assertThat(api.contacts().withPhone("+15550100001").success()).isEmpty();
  }

  @Test
  void sendsAnEmailWithSubjectAndContent() {
    CRM.answersJson(
        "{\"messageId\": \"m1\", \"emailMessageId\": \"e1\", \"messageIds\": [\"m1\"]}");

    var sent =
        api.messages()
            .send(new OutgoingMessage.Email("c1", "Hello", "<p>Hi</p>", "desk@example.com"))
            .success()
            .orElseThrow();

    assertThat(sent.emailMessageId()).contains("e1");
    assertThat(sent.messageIds()).containsExactly("m1");
    assertThat(Json.parse(CRM.onlyRequest().body()))
        .isEqualTo(
            Json.parse(
                """
                {"type": "Email", "contactId": "c1", "subject": "Hello", "html": "<p>Hi</p>",
                 "emailFrom": "desk@example.com"}
                """));
  }

  @Test
  void readsTheNextPageOfAConversation() {
    CRM.answersJson("{\"messages\": {\"messages\": []}}");

    var _ = api.messages().messages("conv1", "m7");

    assertThat(CRM.onlyRequest().query()).containsEntry("lastMessageId", List.of("m7"));
  }

  @Test
  void movesAnAppointmentToASlotAsTheCrmWroteIt() {
    CRM.answersJson("{\"id\": \"a1\"}");
    var slot = new WireSlot("2026-11-02T07:00:00-05:00", NOON);

    var _ = api.calendars().update("a1", AppointmentChange.to(slot));
    var _ = api.calendars().update("a1", AppointmentChange.assignedTo("user1"));

    assertThat(CRM.requests())
        .extracting(SeenRequest::body)
        .containsExactly(
            "{\"startTime\":\"2026-11-02T07:00:00-05:00\"}", "{\"assignedUserId\":\"user1\"}");
  }

  @Test
  void asksForTheTokenBeforeEachCall() {
    CRM.answersJson("{\"contact\": {\"id\": \"c1\"}}");
    var tokens = List.of(new AccessToken("one"), new AccessToken("two")).iterator();
    var rotating = connection.location("loc1", () -> new TokenSource.Grant.Valid(tokens.next()));

    var _ = rotating.contacts().contact("c1");
    var _ = rotating.contacts().contact("c1");

    assertThat(CRM.requests())
        .extracting(request -> request.headers().get("authorization"))
        .containsExactly("Bearer one", "Bearer two");
  }

  @Test
  void refusesWhatTheCrmCouldNotAnswer() {
    assertThatThrownBy(() -> api.contacts().upsert(ContactChange.none().with(Field.CITY, "Rome")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an upsert needs an e-mail address or a phone number");
    assertThatThrownBy(() -> api.contacts().addTags("c1", List.of()))
        .hasMessage("no tags were named");
    assertThatThrownBy(() ->
            api.calendars().freeSlots("cal1", NOON, NOON.plus(Duration.ofDays(32)), ZoneOffset.UTC))
        .hasMessage("free slots can be asked for 31 days at most");
    assertThatThrownBy(() -> ContactFilter.equal("email", "x".repeat(76)))
        .hasMessage("the CRM compares email with 75 characters at most");
    assertThatThrownBy(() -> ContactSearch.where().pagesOf(501))
        .hasMessage("pageLimit must lie between 1 and 500: 501");
    assertThatThrownBy(() -> MessageExport.of("SMS").pagesOf(9))
        .hasMessage("limit must lie between 10 and 500: 9");
    assertThatThrownBy(() -> OpportunitySearch.all().pagesOf(101))
        .hasMessage("limit must lie between 1 and 100: 101");
  }

  @Test
  void speaksPlainHttpToThisMachineOnly() {
    assertThat(ApiConfig.at(URI.create("http://127.0.0.1:8080/sandbox")).base().getPath())
        .isEqualTo("/sandbox");
    assertThat(ApiConfig.at(ApiConfig.VENDOR).total()).isEqualTo(Duration.ofSeconds(30));
    for (String address :
        List.of(
            "http://example.com", "ftp://example.com", "https:a", "https://a@example.com", "x")) {
      assertThatThrownBy(() -> ApiConfig.at(URI.create(address)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the CRM's address");
    }
  }

  @Test
  void keepsThePathOfTheAddress() {
    var call = WireCall.of(Operation.LIST_USERS).query("locationId", "loc1");
    assertThat(call.url(HttpUrl.get("http://127.0.0.1:1/crm/")).toString())
        .isEqualTo("http://127.0.0.1:1/crm/users/?locationId=loc1");
  }

  @Test
  void refusesWaitsWithoutEndAndTokensThatNoHeaderCouldCarry() {
    var config = ApiConfig.at(ApiConfig.VENDOR);
    assertThatThrownBy(
            () -> config.waiting(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .hasMessage("connect must lie between 0 and 1 hour: PT0S");
    assertThatThrownBy(() -> config.reading(0)).hasMessage("largestBody must be positive: 0");
    for (String token : List.of("", "two words", "line\n", "tökens")) {
      assertThatThrownBy(() -> new AccessToken(token))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the CRM's token")
          .hasMessageNotContaining(token.isEmpty() ? "null" : token);
    }
  }
}
