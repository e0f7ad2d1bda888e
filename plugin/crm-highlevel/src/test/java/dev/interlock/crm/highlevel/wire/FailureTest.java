package dev.interlock.crm.highlevel.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static dev.interlock.crm.highlevel.wire.Effect.CERTAIN;
import static dev.interlock.crm.highlevel.wire.Effect.IMPOSSIBLE;
import static dev.interlock.crm.highlevel.wire.Effect.IN_DOUBT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.Answer.Failed;
import dev.interlock.crm.highlevel.wire.Failure.Unauthorized.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What each kind of answer becomes, and what it says about a message that was to be sent.
class FailureTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static HighLevelConnection connection;

  @BeforeAll
  static void connect() {
    connection = HighLevelConnection.open(ApiConfig.at(CRM.address()).reading(10_000));
  }

  @AfterAll
  static void disconnect() {
    connection.close();
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        failing(
            401,
            """
            {"statusCode": 401, "message": "Invalid JWT"}
            """,
            new Failure.Unauthorized(Kind.EXPIRED_TOKEN, "Invalid JWT"),
            IMPOSSIBLE),
        failing(
            401,
            """
            {"message": "Invalid token: access token is invalid", "error": "Unauthorized"}
            """,
            new Failure.Unauthorized(Kind.EXPIRED_TOKEN, "Invalid token: access token is invalid"),
            IMPOSSIBLE),
        failing(
            401,
            """
            {"message": "The token is not authorized for this scope."}
            """,
            new Failure.Unauthorized(Kind.SCOPE, "The token is not authorized for this scope."),
            IMPOSSIBLE),
        failing(
            401,
            """
            {"message": "authClass type is not allowed to access this scope"}
            """,
            new Failure.Unauthorized(
                Kind.SCOPE, "authClass type is not allowed to access this scope"),
            IMPOSSIBLE),
        failing(
            401,
            """
            {"message": "This route is not yet supported by the IAM Service"}
            """,
            new Failure.Unauthorized(
                Kind.WRONG_ROUTE, "This route is not yet supported by the IAM Service"),
            IMPOSSIBLE),
        failing(401, "<html>", new Failure.Unauthorized(Kind.EXPIRED_TOKEN, ""), IMPOSSIBLE),
        failing(
            403,
            """
            {"message": "The token does not have access to this location."}
            """,
            new Failure.Forbidden("The token does not have access to this location."),
            IMPOSSIBLE),
        failing(404, "{\"message\": \"gone\"}", new Failure.NotFound("gone"), IMPOSSIBLE),
        failing(404, "", new Failure.NotFound(""), IMPOSSIBLE),
        failing(409, "{\"message\": \"busy\"}", new Failure.Conflict("busy"), IMPOSSIBLE),
        failing(
            422,
            """
            {"statusCode": 422, "message": ["type must be known", "no contact"], "code": "C1",
             "meta": {"a": 1}}
            """,
            new Failure.Invalid(
                422, List.of("type must be known", "no contact"), "C1", Json.parse("{\"a\": 1}")),
            IMPOSSIBLE),
        failing(
            400,
            """
            {"error": {"code": "E1", "message": "bad"}}
            """,
            new Failure.Invalid(400, List.of("bad"), "E1", Json.NOTHING),
            IMPOSSIBLE),
        failing(400, "oops", new Failure.Invalid(400, List.of(), "", Json.NOTHING), IMPOSSIBLE),
        failing(413, "", new Failure.Unexpected(413, ""), IMPOSSIBLE),
        failing(408, "", new Failure.Unexpected(408, ""), IN_DOUBT),
        failing(303, "", new Failure.Unexpected(303, ""), IN_DOUBT),
        failing(
            500,
            """
            {"message": "Internal server error"}
            """,
            new Failure.ServerError(500, "Internal server error"),
            IN_DOUBT),
        failing(502, "<html>bad gateway</html>", new Failure.ServerError(502, ""), IN_DOUBT),
        failing(503, "", new Failure.ServerError(503, ""), IN_DOUBT),
        failing(504, "", new Failure.ServerError(504, ""), IN_DOUBT));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusing(
            """
            {"status": 400, "message": "Cannot send message as DND is active for SMS."}
            """,
            new Failure.DndActive("SMS")),
        refusing(
            """
            {"status": 400, "message": "Cannot send message as DND is active for Email."}
            """,
            new Failure.DndActive("Email")),
        refusing(
            """
            {"status": 400, "message": "Cannot send email as ann@example.com has unsubscribed"}
            """,
            new Failure.Unsubscribed()),
        refusing(
            """
            {"status": 400, "message": "Unable to send e-mail, contact's e-mail is invalid"}
            """,
            new Failure.InvalidAddress("Unable to send e-mail, contact's e-mail is invalid")),
        refusing(
            """
            {"status": 400, "message": "Missing phone number"}
            """,
            new Failure.InvalidAddress("Missing phone number")),
        refusing(
            """
            {"status": 400, "message": "Invalid country calling code"}
            """,
            new Failure.InvalidAddress("Invalid country calling code")),
        refusing(
            """
            {"statusCode": 400, "message": "This location does not allow duplicated contacts.",
             "meta": {"contactId": "c7", "contactName": "Ann", "matchingField": "email"}}
            """,
            new Failure.DuplicateContact("c7", "email")),
        refusing(
            """
            {"statusCode": 400, "code": "OPPORTUNITY_NO_DUPLICATE",
             "message": "Can not create duplicate opportunity for the contact.",
             "meta": {"existingId": "opp7"}}
            """,
            new Failure.DuplicateOpportunity("opp7")),
        refusing(
            """
            {"message": "The slot you have selected is no longer available."}
            """,
            new Failure.SlotTaken()));
  }

  static Stream<Arguments> unreadables() {
    return Stream.of(
        unreadable("", "the body lacks 'messageId'"),
        unreadable("<html><body>Welcome</body></html>", "the body is not JSON: line 1, column 1"),
        unreadable("{\"messageId\": \"m1\"", "the body is not JSON: line 1, column 19"),
        unreadable("{\"messageId\": \"m1\"} more", "the body is not JSON: line 1, column 21"),
        unreadable("[1, 2]", "the body lacks 'messageId'"),
        unreadable("null", "the body lacks 'messageId'"),
        unreadable("\"sent\"", "the body lacks 'messageId'"),
        unreadable("{\"messageId\": \"  \"}", "the body lacks 'messageId'"),
        unreadable("x".repeat(10_001), "the body is larger than 10000 bytes"));
  }

  @ParameterizedTest
  @MethodSource({"statuses", "refusals"})
  void turnsAnAnswerIntoATypedFailure(
      int status, String body, Failure failure, Effect effectOnSending) {
    CRM.answers(jsonResponse(body, status));

    assertThat(send())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.failure()).isEqualTo(failure);
              assertThat(failed.effect()).isEqualTo(effectOnSending);
            });
    assertThat(CRM.requests()).as("never sent twice").hasSize(1);
    assertThat(failure.inWords()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void believesAnErrorInTheBodyMoreThanASuccessInTheStatus(
      int status, String body, Failure failure, Effect effect) {
    String told =
        body.contains("\"status") ? body : body.replaceFirst("\\{", "{\"statusCode\": 400,");
    CRM.answers(jsonResponse(told, 200));

    var answer = send();

    assertThat(answer.effect()).isEqualTo(effect);
    assertThat(((Failed<?>) answer).failure()).isEqualTo(failure);
    assertThat(status).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("unreadables")
  void knowsThatASuccessItCannotReadHasHappened(String body, String reason) {
    CRM.answers(jsonResponse(body, 201));

    var failed = (Failed<?>) send();

    assertThat(failed.failure()).isEqualTo(new Failure.Unreadable(201, reason));
    assertThat(failed.effect()).isEqualTo(CERTAIN);
  }

  @ParameterizedTest
  @MethodSource({"statuses", "refusals"})
  void aReadNeverHasAnEffect(int status, String body, Failure failure, Effect effect) {
    CRM.answers(jsonResponse(body, status));

    var answer = api().contacts().contact("c1");

    assertThat(answer.effect()).isEqualTo(IMPOSSIBLE);
    assertThat(((Failed<?>) answer).failure()).isEqualTo(failure);
    assertThat(effect).isNotNull();
  }

  @Test
  void doubtsWhetherAnInvalidContactWasMadeAllTheSame() {
    CRM.answers(jsonResponse("{\"message\": [\"email must be an email\"]}", 422));
    var contact = ContactChange.none().with(ContactChange.Field.EMAIL, "ann@example.com");

    assertThat(api().contacts().create(contact).effect()).isEqualTo(IN_DOUBT);
    assertThat(api().contacts().upsert(contact).effect()).isEqualTo(IN_DOUBT);
    assertThat(api().contacts().update("c1", contact).effect()).isEqualTo(IMPOSSIBLE);
  }

  @Test
  void treatsADuplicateWithoutTheExistingIdAsInvalid() {
    String message = "This location does not allow duplicated contacts.";
    CRM.answers(jsonResponse("{\"message\": \"" + message + "\"}", 400));
    var contact = ContactChange.none().with(ContactChange.Field.EMAIL, "ann@example.com");

    var failed = (Failed<?>) api().contacts().create(contact);

    assertThat(failed.failure())
        .isEqualTo(new Failure.Invalid(400, List.of(message), "", Json.NOTHING));
  }

  @Test
  void doubtsASuccessThatSaysItDidNotSucceed() {
    CRM.answersJson("{\"succeded\": false}");

    var failed = (Failed<?>) api().opportunities().setStatus("opp1", "won");

    assertThat(failed.failure()).isEqualTo(new Failure.DeniesSuccess(List.of()));
    assertThat(failed.effect()).isEqualTo(IN_DOUBT);
  }

  @Test
  void needsNoBodyWhereItIsEnoughToKnowThatItWasDone() {
    CRM.answers(aResponse().withStatus(204));

    var answer = api().contacts().removeTags("c1", List.of("vip"));

    assertThat(answer).isInstanceOf(Answer.Ok.class);
    assertThat(answer.effect()).isEqualTo(CERTAIN);
  }

  @Test
  void neverMistakesAnAnswerWithoutItsListForAnEmptyOne() {
    CRM.answersJson("{\"traceId\": \"t1\"}");

    var failed = (Failed<?>) api().messages().export(MessageExport.of("SMS").ofContact("c1"));

    assertThat(failed.failure())
        .isEqualTo(new Failure.Unreadable(200, "the body lacks the list 'messages'"));
  }

  @Test
  void refusesAListWithAnElementThatHasNoId() {
    CRM.answersJson("{\"tasks\": [{\"id\": \"t1\"}, {\"title\": \"Call\"}]}");

    var failed = (Failed<?>) api().contactWork().tasks("c1");

    assertThat(failed.failure()).isEqualTo(new Failure.Unreadable(200, "the body lacks 'id'"));
  }

  @Test
  void passesOnTheTraceIdAndTheLimits() {
    CRM.answers(
        jsonResponse("{\"message\": \"gone\", \"traceId\": \"t1\"}", 404)
            .withHeader("x-ratelimit-remaining", "7"));

    var envelope = api().contacts().contact("c1").envelope();

    assertThat(envelope.status()).isEqualTo(404);
    assertThat(envelope.trace()).contains("t1");
    assertThat(envelope.limits().leftInWindow()).hasValue(7);
  }

  @Test
  void takesAddressesAndNumbersOutOfTheCrmsWords() {
    CRM.answers(
        jsonResponse(
            "{\"message\": \"ann@example.com or +1 555 010 0001 of contact ocQHyuz1234567890\"}",
            400));

    var failed = (Failed<?>) send();

    assertThat(failed.failure().inWords())
        .endsWith("invalid, status 400: … or … of contact ocQHyuz1234567890");
  }

  @Test
  void neverShowsTheToken() {
    CRM.answers(jsonResponse("{\"message\": \"Invalid JWT\"}", 401));

    assertThat(api().contacts().contact("c1").toString()).doesNotContain("secret");
    assertThat(new AccessToken("secret").toString()).doesNotContain("secret");
  }

  @Test
  void asksNobodyForAnIdThatWouldChangeThePath() {
    for (String id : List.of("..", "", "a/b", "%2e%2e", "a b", "a?b")) {
      var failed = (Failed<?>) api().contacts().contact(id);
      assertThat(failed.failure())
          .isEqualTo(new Failure.NotFound("nothing can have this contactId"));
    }
    assertThat(CRM.requests()).isEmpty();
  }

  private static Answer<WireSent> send() {
    return api().messages().send(new OutgoingMessage.Sms("c1", "Hello"));
  }

  private static Arguments failing(int status, String body, Failure failure, Effect effect) {
    return arguments(status, body, failure, effect);
  }

  private static Arguments refusing(String body, Failure failure) {
    return arguments(400, body, failure, IMPOSSIBLE);
  }

  private static Arguments unreadable(String body, String reason) {
    return arguments(body, reason);
  }

  /// A new one each time: it would make no more calls after five that failed.
  private static HighLevelApi api() {
    return connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));
  }
}
