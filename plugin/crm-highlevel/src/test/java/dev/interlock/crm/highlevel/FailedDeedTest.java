package dev.interlock.crm.highlevel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an answer that is none means for a deed.
class FailedDeedTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final Deed TEXT = new Deed.SendSms("Hi Ann");
  private static final Deed TAG = new Deed.AddTag(new TagName("vip"));
  private static final String SEND = "/conversations/messages";
  private static final String TAGS = "/contacts/contact1/tags";

  private AccountOnStubs account;

  @BeforeEach
  void open() {
    account = AccountOnStubs.open(CRM);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot send message as DND is active for SMS.",
        "Cannot send email as ann has unsubscribed",
        "Unable to send e-mail, contact's e-mail is invalid",
        "Missing phone number",
        "Invalid country calling code"
      })
  void takesTheKnownReasonsWhyAMessageMayNotBeSentForBlocked(String message) {
    account.answering("POST", SEND, 400, error(400, message));

    assertThat(account.carryOut(TEXT)).isInstanceOf(Sent.Blocked.class);
  }

  @Test
  void waitsForAFreshTokenWithoutCountingTheAttempt() {
    account.answering("POST", SEND, 401, error(401, "Invalid JWT"));

    assertThat(account.carryOut(TEXT))
        .isInstanceOfSatisfying(
            Sent.TryLater.class,
            later -> {
              assertThat(later.counts()).isFalse();
              assertThat(later.reason()).contains("give this account a valid token");
            });
  }

  @Test
  void namesTheScopeThatIsMissing() {
    account.answering("POST", SEND, 401, error(401, "The token is not authorized for this scope."));

    assertThat(account.carryOut(TEXT))
        .isInstanceOfSatisfying(
            Sent.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("scope");
              assertThat(refused.reason()).contains("conversations/message.write");
            });
  }

  @Test
  void saysThatATokenMayBeOfAnotherAccountAndWaitsForOneOfThis() {
    account.answering("POST", SEND, 403, error(403, "The token does not have access"));

    assertThat(account.carryOut(TEXT))
        .isInstanceOfSatisfying(
            Sent.TryLater.class,
            later -> {
              assertThat(later.counts()).isFalse();
              assertThat(later.reason()).contains("made in this account");
            });
  }

  @Test
  void waitsForAsLongAsTheLimitSays() {
    account.answering(
        "POST",
        SEND,
        aResponse()
            .withStatus(429)
            .withHeader("X-RateLimit-Interval-Milliseconds", "10000")
            .withBody("{}"));

    assertThat(account.carryOut(TEXT))
        .isInstanceOfSatisfying(
            Sent.TryLater.class,
            later -> assertThat(later.pause()).isEqualTo(Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "503", "504"})
  void doubtsAMessageAndRepeatsATagWhenTheCrmFails(int status) {
    account.answering("POST", SEND, status, "{}").answering("POST", TAGS, status, "{}");

    assertThat(account.carryOut(TEXT)).isInstanceOf(Sent.InDoubt.class);
    assertThat(account.carryOut(TAG))
        .isInstanceOfSatisfying(Sent.TryLater.class, later -> assertThat(later.counts()).isTrue());
  }

  @Test
  void doubtsAMessageWhoseAnswerBreaksOff() {
    account.answering("POST", SEND, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    assertThat(account.carryOut(TEXT)).isInstanceOf(Sent.InDoubt.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Bad gateway</html>", "{\"conversationId\": ", "{}", ""})
  void doubtsAMessageWhoseReceiptCannotBeRead(String body) {
    account.answering("POST", SEND, aResponse().withStatus(201).withBody(body));

    assertThat(account.carryOut(TEXT)).isInstanceOf(Sent.InDoubt.class);
  }

  @Test
  void refusesWhatTheCrmCallsInvalidWhenTheContactIsThere() {
    account.answering("POST", SEND, 422, error(422, "message must be shorter"));

    assertThat(account.carryOut(TEXT))
        .isInstanceOfSatisfying(
            Sent.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("invalid");
              assertThat(refused.reason()).contains("message must be shorter");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404})
  void asksForTheContactBeforeItBlamesTheDeed(int status) {
    account
        .answering("POST", SEND, 400, error(400, "Bad request"))
        .answering("GET", "/contacts/contact1", status, error(status, "Contact not found"));

    assertThat(account.carryOut(TEXT)).isInstanceOf(Sent.ContactGone.class);
  }

  @Test
  void doesNotTakeAnyOtherRefusalOfTheContactForItsEnd() {
    account
        .answering("POST", SEND, 400, error(400, "Bad request"))
        .answering("GET", "/contacts/contact1", 403, "{}");

    assertThat(account.carryOut(TEXT)).isInstanceOf(Sent.Refused.class);
  }

  @Test
  void refusesNothingForGoodWhileItCannotReadWhoIsToBlame() {
    account
        .answering("POST", SEND, 400, error(400, "Bad request"))
        .answering("GET", "/contacts/contact1", 503, "{}");

    assertThat(account.carryOut(TEXT))
        .isInstanceOfSatisfying(Sent.TryLater.class, later -> assertThat(later.counts()).isTrue());
  }

  @Test
  void waitsWhereTheLastCallThatWasLeftBroughtARefusal() {
    account.answering(
        "POST",
        SEND,
        jsonResponse(error(400, "Bad request"), 400)
            .withHeader("X-RateLimit-Interval-Milliseconds", "10000")
            .withHeader("X-RateLimit-Max", "100")
            .withHeader("X-RateLimit-Remaining", "0"));

    assertThat(account.carryOut(TEXT))
        .isInstanceOfSatisfying(
            Sent.TryLater.class,
            later -> {
              assertThat(later.pause()).isEqualTo(Duration.ofSeconds(10));
              assertThat(later.counts()).isFalse();
            });
  }

  @Test
  void waitsWhereNoCallIsLeftForTheNames() {
    String path = "/contacts/contact1/workflow/flow1";
    account
        .answering("GET", "/workflows/", workflow("flow1"))
        .answering("POST", path, "{\"succeded\": true}");
    var deed = new Deed.StartAutomation(new AutomationName("Welcome"));
    account.carryOut(deed);
    account.pass(Duration.ofMinutes(1));
    account
        .answering("POST", path, 404, error(404, "Workflow not found"))
        .answering(
            "GET",
            "/contacts/contact1",
            jsonResponse("{\"contact\": {\"id\": \"contact1\"}}", 200)
                .withHeader("X-RateLimit-Remaining", "0"));

    assertThat(account.carryOut(deed))
        .isInstanceOfSatisfying(Sent.TryLater.class, later -> assertThat(later.counts()).isFalse());
  }

  @Test
  void triesAgainWithFreshNamesWhenAnIdTurnsOutToBeOld() {
    String path = "/contacts/contact1/workflow/flow1";
    account
        .answering("GET", "/workflows/", workflow("flow1"))
        .answering("POST", path, 404, error(404, "Workflow not found"))
        .answering("POST", "/contacts/contact1/workflow/flow2", "{\"succeded\": true}");
    var deed = new Deed.StartAutomation(new AutomationName("Welcome"));
    account.carryOut(deed);
    account.pass(Duration.ofMinutes(1));
    account.answering("GET", "/workflows/", workflow("flow2"));

    assertThat(account.carryOut(deed)).isInstanceOf(Sent.TryLater.class);
    assertThat(account.carryOut(deed)).isInstanceOf(Sent.Done.class);
  }

  @Test
  void refusesAWorkflowThatIsADraft() {
    account.answering(
        "GET",
        "/workflows/",
        "{\"workflows\": [{\"id\": \"flow1\", \"name\": \"Welcome\", \"status\": \"draft\"}]}");

    assertThat(account.carryOut(new Deed.StartAutomation(new AutomationName("Welcome"))))
        .isInstanceOfSatisfying(
            Sent.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("automation-draft"));
  }

  @Test
  void refusesANameThatSaysNothing() {
    account.answering(
        "GET",
        "/users/",
        """
        {"users": [{"id": "user1", "name": "Dana Desk"}, {"id": "user2", "name": "Dana Desk"}]}
        """);

    assertThat(account.carryOut(new Deed.Assign("Dana Desk")))
        .isInstanceOfSatisfying(
            Sent.Refused.class, refused -> assertThat(refused.code()).isEqualTo("ambiguous-user"));
  }

  @Test
  void tellsReadingThatMayWorkLaterFromReadingThatNeedsAPerson() {
    Set<Detail> all = EnumSet.allOf(Detail.class);
    account.answering("GET", "/contacts/contact1", 503, "{}");
    assertThat(account.crm().contact(AccountOnStubs.ANN, all)).isInstanceOf(Read.TryLater.class);

    account.answering("GET", "/contacts/contact1", 401, error(401, "Invalid JWT"));
    assertThat(account.crm().contact(AccountOnStubs.ANN, all)).isInstanceOf(Read.Refused.class);

    account.answering("GET", "/contacts/contact1", 400, error(400, "Contact not found"));
    assertThat(account.crm().contact(AccountOnStubs.ANN, all)).isInstanceOf(Read.Gone.class);
  }

  private static String workflow(String id) {
    return "{\"workflows\": [{\"id\": \"%s\", \"name\": \"Welcome\", \"status\": \"published\"}]}"
        .formatted(id);
  }

  private static String error(int status, String message) {
    return "{\"statusCode\": %d, \"message\": \"%s\"}".formatted(status, message);
  }
}
