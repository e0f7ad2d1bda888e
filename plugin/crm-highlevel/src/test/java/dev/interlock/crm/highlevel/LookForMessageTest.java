package dev.interlock.crm.highlevel;

import static dev.interlock.crm.highlevel.AccountOnStubs.ANN;
import static dev.interlock.crm.highlevel.AccountOnStubs.BEGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Found;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a message is known again that carries no reference of ours.
class LookForMessageTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final String EXPORT = "/conversations/messages/export";
  private static final Deed TEXT = new Deed.SendSms("Hi Ann, shall we call?");
  private static final Deed MAIL = new Deed.SendEmail("Your visit", "<p>Hi</p>");

  private AccountOnStubs account;

  @BeforeEach
  void open() {
    account = AccountOnStubs.open(CRM);
    account.pass(Duration.ofMinutes(2));
  }

  @AfterEach
  void close() {
    account.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi Ann, shall we call?",
        "Hi Ann,   shall we\\n call?",
        "Hi Ann, shall we call?\\nReply STOP to unsubscribe"
      })
  void knowsATextByItsWordsWhateverTheSpacesAndTheFooter(String body) {
    sent("SMS", "api", BEGIN.plusSeconds(3).toString(), "\"body\": \"" + body + "\"");

    assertThat(look(TEXT))
        .isEqualTo(new Found.Happened(Optional.of(new MessageId("msg1")), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "app, 2026-11-02T12:00:03Z",
    "workflow, 2026-11-02T12:00:03Z",
    "api, 2026-11-01T11:50:00Z"
  })
  void doesNotTakeSomebodyElsesWordsOrOldOnesForThis(String source, String at) {
    sent("SMS", source, at, "\"body\": \"Hi Ann, shall we call?\"");

    assertThat(look(TEXT)).isEqualTo(new Found.DidNot());
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 60, 60 * 24})
  void knowsATextThatWentOutLongAfterTheAttemptBecauseTheMachineHadSlept(int minutes) {
    account.pass(Duration.ofMinutes(minutes));
    var sentAt = BEGIN.plus(Duration.ofMinutes(minutes));
    sent("SMS", "api", sentAt.toString(), "\"body\": \"Hi Ann, shall we call?\"");

    assertThat(look(TEXT)).isInstanceOf(Found.Happened.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60 * 3, 60 * 14})
  void knowsATextThatSeemsToHaveGoneOutBeforeTheAttemptBecauseOurClockWasAhead(int minutes) {
    var sentAt = BEGIN.minus(Duration.ofMinutes(minutes));
    sent("SMS", "api", sentAt.toString(), "\"body\": \"Hi Ann, shall we call?\"");

    assertThat(look(TEXT)).isInstanceOf(Found.Happened.class);
  }

  @Test
  void doesNotTakeATextThatIsKnownToBeOfAnotherDeedForThis() {
    sent("SMS", "api", BEGIN.toString(), "\"body\": \"Hi Ann, shall we call?\"");

    assertThat(look(TEXT, Set.of(new MessageId("msg1")))).isEqualTo(new Found.DidNot());
    assertThat(look(TEXT, Set.of(new MessageId("msg2")))).isInstanceOf(Found.Happened.class);
  }

  @Test
  void knowsAnEmailByTheSubjectThatIsReadWithTheMailItself() {
    sent("Email", "api", BEGIN.plusSeconds(3).toString(), mailBehind("mail1"));
    mail("mail1", "Your  visit", BEGIN.plusSeconds(3).toString());

    assertThat(look(MAIL))
        .isEqualTo(new Found.Happened(Optional.of(new MessageId("msg1")), Optional.of("mail1")));
  }

  @Test
  void doesNotTakeAnOlderMailOfTheSameThreadForThis() {
    sent("Email", "api", BEGIN.plusSeconds(3).toString(), mailBehind("mail1"));
    mail("mail1", "Your visit", "2026-10-01T12:00:00Z");

    assertThat(look(MAIL)).isEqualTo(new Found.DidNot());
  }

  @Test
  void admitsThatItCannotTellWhenAMailWentOutWhoseSubjectNobodyTells() {
    sent("Email", "api", BEGIN.plusSeconds(3).toString(), mailBehind("mail1"));
    account.answering(
        "GET",
        "/conversations/messages/email/mail1",
        404,
        "{\"statusCode\": 404, \"message\": \"No such e-mail\"}");

    assertThat(look(MAIL)).isInstanceOf(Found.CannotTell.class);
  }

  @Test
  void looksAgainLaterWhenTheHistoryCannotBeReadNow() {
    account.answering("GET", EXPORT, 503, "{}");

    assertThat(look(TEXT)).isInstanceOf(Found.NotYet.class);
  }

  @Test
  void admitsThatItCannotTellWhenItMayNotReadTheHistory() {
    account.answering(
        "GET",
        EXPORT,
        401,
        "{\"statusCode\": 401, \"message\": \"The token is not authorized for this scope.\"}");

    assertThat(look(TEXT))
        .isInstanceOfSatisfying(
            Found.CannotTell.class,
            cannot -> assertThat(cannot.reason()).contains("conversations/message.readonly"));
  }

  @Test
  void admitsThatNobodyCanTellWhoIsInAWorkflow() {
    assertThat(look(new Deed.StartAutomation(new AutomationName("Welcome"))))
        .isInstanceOf(Found.CannotTell.class);
    assertThat(look(new Deed.StopAutomation(new AutomationName("Welcome"))))
        .as("to stop it once more does no harm")
        .isEqualTo(new Found.DidNot());
  }

  private Found look(Deed deed) {
    return look(deed, Set.of());
  }

  private Found look(Deed deed, Set<MessageId> others) {
    return account.crm().look(ANN, deed, BEGIN, others);
  }

  private static String mailBehind(String id) {
    return "\"meta\": {\"email\": {\"messageIds\": [\"" + id + "\"]}}";
  }

  private void sent(String type, String source, String at, String more) {
    account.answering(
        "GET",
        EXPORT,
        """
        {"messages": [{"id": "msg1", "contactId": "contact1", "messageType": "TYPE_%s",
          "direction": "outbound", "source": "%s", "dateAdded": "%s", %s}]}
        """
            .formatted(type, source, at, more));
  }

  private void mail(String id, String subject, String at) {
    account.answering(
        "GET",
        "/conversations/messages/email/" + id,
        "{\"id\": \"%s\", \"subject\": \"%s\", \"dateAdded\": \"%s\"}".formatted(id, subject, at));
  }
}
