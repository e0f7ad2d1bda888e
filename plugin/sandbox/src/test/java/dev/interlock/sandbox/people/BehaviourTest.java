package dev.interlock.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.records.AppointmentRow;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.MessageRow;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.records.StageMove;
import dev.interlock.sandbox.time.SandboxClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What each kind of person does, seen from outside.
class BehaviourTest {
  private static final String PHONE = "+13015550100";

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final Sandbox sandbox = Sandbox.start(DemoWorld.config(clock, 1));
  private final Crm crm = Crm.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private String meet(Opening opening, Behaviour behaviour) {
    var person =
        new Person(
            "Ada", "Kim", PHONE, "ada@mail.example", opening, behaviour, Duration.ofMinutes(1));
    sandbox.invite(People.of(1, person));
    pass(Duration.ofMinutes(1));
    return sandbox.records().contactWithPhone(PHONE).orElseThrow().id();
  }

  private void pass(Duration span) {
    sandbox.advanceTo(clock.instant().plus(span));
  }

  private void text(String contactId, String words) {
    crm.post(
        "/conversations/messages",
        """
        {"type": "SMS", "contactId": "%s", "message": "%s"}\
        """
            .formatted(contactId, words));
  }

  private List<String> replies() {
    return sandbox.records().messages().stream()
        .filter(message -> message.direction().equals("inbound"))
        .filter(message -> message.channel().equals("SMS"))
        .map(MessageRow::body)
        .toList();
  }

  private List<AppointmentRow> appointments() {
    return sandbox.records().appointments();
  }

  @Test
  void aMissedCallMakesAContactWithoutASource() {
    meet(Opening.MISSED_CALL, Behaviour.SILENT);

    var records = sandbox.records();
    assertThat(records.messages()).singleElement().matches(it -> it.status().equals("no-answer"));
    assertThat(records.contacts().getFirst().name()).isEqualTo("Ada Kim");
    assertThat(records.contacts().getFirst().behaviour()).isEqualTo("SILENT");
  }

  @Test
  void aVoicemailIsACallToo() {
    meet(Opening.VOICEMAIL, Behaviour.SILENT);

    assertThat(sandbox.records().messages())
        .singleElement()
        .matches(it -> it.status().equals("voicemail"));
  }

  @Test
  void aNewLeadHasATagAndACard() {
    meet(Opening.NEW_LEAD, Behaviour.SILENT);

    var contact = sandbox.records().contacts().getFirst();
    assertThat(contact.tags()).containsExactly("web lead");
    assertThat(contact.cardIn("Sales").orElseThrow().stage()).isEqualTo("New lead");
    assertThat(crm.get("/contacts/" + contact.id()).text("/contact/source"))
        .isEqualTo("website form");
  }

  @Test
  void aBookingIsConfirmedAndKept() {
    meet(Opening.BOOKING, Behaviour.REPLIES_YES);
    assertThat(appointments()).singleElement().matches(it -> it.status().equals("confirmed"));

    pass(Duration.ofDays(4));

    assertThat(appointments()).singleElement().matches(it -> it.status().equals("showed"));
    assertThat(appointments().getFirst().by()).isEqualTo(By.PERSON);
  }

  @ParameterizedTest
  @EnumSource(
      value = Behaviour.class,
      names = {"REPLIES_YES", "REPLIES_STOP", "DECLINES"})
  void someAnswerTheFirstTextWithinTwoHours(Behaviour behaviour) {
    var contactId = meet(Opening.MISSED_CALL, behaviour);
    pass(Duration.ofHours(5));
    assertThat(replies()).isEmpty();

    text(contactId, "Hello");
    pass(Duration.ofHours(2));

    assertThat(replies()).hasSize(1);
  }

  @Test
  void whoeverRepliesStopIsBlockedByTheCrm() {
    var contactId = meet(Opening.MISSED_CALL, Behaviour.REPLIES_STOP);
    text(contactId, "Hello");
    pass(Duration.ofHours(2));

    assertThat(sandbox.records().contacts().getFirst().blockedChannels()).containsExactly("SMS");
  }

  @Test
  void someAnswerTheSecondTextOnly() {
    var contactId = meet(Opening.MISSED_CALL, Behaviour.REPLIES_YES_TO_NUDGE);
    text(contactId, "Hello");
    pass(Duration.ofHours(24));
    assertThat(replies()).isEmpty();

    text(contactId, "Hello?");
    pass(Duration.ofHours(2));

    assertThat(replies()).hasSize(1);
  }

  @Test
  void someAnswerADayLater() {
    var contactId = meet(Opening.NEW_LEAD, Behaviour.REPLIES_LATE);
    text(contactId, "Hello");
    pass(Duration.ofHours(24));
    assertThat(replies()).isEmpty();

    pass(Duration.ofHours(24));

    assertThat(replies()).hasSize(1);
  }

  @Test
  void whoeverHasAWrongNumberGetsNothing() {
    var contactId = meet(Opening.MISSED_CALL, Behaviour.WRONG_NUMBER);
    text(contactId, "Hello");
    pass(Duration.ofDays(2));

    assertThat(sandbox.records().sentThroughApi())
        .extracting(MessageRow::status)
        .containsExactly("undelivered");
    assertThat(replies()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Behaviour.class,
      names = {"BOOKS", "BOOKS_THEN_SHOWS", "BOOKS_WHILE_TEXTED"})
  void someBookAfterATextAndCome(Behaviour behaviour) {
    var contactId = meet(Opening.MISSED_CALL, behaviour);
    assertThat(appointments()).isEmpty();

    text(contactId, "Hello");
    pass(Duration.ofHours(7));
    assertThat(appointments()).singleElement().matches(it -> it.status().equals("confirmed"));

    pass(Duration.ofDays(4));
    assertThat(appointments()).singleElement().matches(it -> it.status().equals("showed"));
  }

  @Test
  void someBookInTheInstantInWhichTheyAreTexted() {
    var contactId = meet(Opening.MISSED_CALL, Behaviour.BOOKS_WHILE_TEXTED);

    text(contactId, "Hello");
    sandbox.runDue();

    var records = sandbox.records();
    assertThat(records.appointments().getFirst().added())
        .isEqualTo(records.sentThroughApi().getFirst().at());
  }

  @Test
  void someBookAndCancel() {
    var contactId = meet(Opening.MISSED_CALL, Behaviour.BOOKS_THEN_CANCELS);
    text(contactId, "Hello");

    pass(Duration.ofHours(12));

    assertThat(appointments()).singleElement().matches(it -> it.status().equals("cancelled"));
  }

  @Test
  void someBookAndDoNotCome() {
    var contactId = meet(Opening.NEW_LEAD, Behaviour.BOOKS_THEN_NO_SHOW);
    text(contactId, "Hello");

    pass(Duration.ofDays(4));

    assertThat(appointments()).singleElement().matches(it -> it.status().equals("noshow"));
  }

  @Test
  void halfOfThoseWhoDidNotComeBookAgainAndCome() {
    int again = 0;
    for (int i = 0; i < 10; i++) {
      var person =
          new Person(
              "Ada",
              "Number" + i,
              "+1301555010" + i,
              "ada" + i + "@mail.example",
              Opening.BOOKING,
              Behaviour.BOOKS_THEN_NO_SHOW,
              Duration.ofMinutes(1));
      sandbox.invite(People.of(1, person));
    }
    pass(Duration.ofDays(5));
    sandbox.records().contacts().forEach(contact -> text(contact.id(), "Sorry we missed you"));
    pass(Duration.ofDays(6));

    for (var contact : sandbox.records().contacts()) {
      var own = appointments().stream().filter(it -> it.contactId().equals(contact.id())).toList();
      assertThat(own.getFirst().status()).isEqualTo("noshow");
      again += own.size() - 1;
      assertThat(own.subList(1, own.size())).allMatch(it -> it.status().equals("showed"));
    }
    assertThat(again).isBetween(2, 8);
  }

  @Test
  void someCallAgain() {
    meet(Opening.MISSED_CALL, Behaviour.CALLS_AGAIN);

    pass(Duration.ofHours(7));

    assertThat(sandbox.records().messages())
        .filteredOn(it -> it.channel().equals("CALL"))
        .hasSize(2);
  }

  @Test
  void aColleagueMovesTheCard() {
    meet(Opening.NEW_LEAD, Behaviour.STAFF_MOVES_CARD);

    pass(Duration.ofHours(12));

    assertThat(sandbox.records().stageMoves())
        .isNotEmpty()
        .extracting(StageMove::by)
        .containsOnly(By.STAFF);
  }

  @Test
  void aColleagueBooksByPhone() {
    meet(Opening.MISSED_CALL, Behaviour.STAFF_BOOKS_BY_PHONE);

    pass(Duration.ofHours(6));

    assertThat(appointments()).singleElement().matches(it -> it.by() == By.STAFF);
  }

  @Test
  void aColleagueWritesByHand() {
    meet(Opening.MISSED_CALL, Behaviour.STAFF_REPLIES);

    pass(Duration.ofHours(6));

    assertThat(sandbox.records().messages())
        .filteredOn(it -> it.direction().equals("outbound"))
        .singleElement()
        .matches(it -> it.source().equals("app"));
  }

  @Test
  void theSilentStaySilent() {
    var contactId = meet(Opening.MISSED_CALL, Behaviour.SILENT);
    text(contactId, "Hello");
    pass(Duration.ofDays(5));

    assertThat(replies()).isEmpty();
    assertThat(appointments()).isEmpty();
    assertThat(sandbox.nextEventAt()).isEmpty();
  }

  @Test
  void whoeverIsDeletedDoesNothingMore() {
    var contactId = meet(Opening.MISSED_CALL, Behaviour.REPLIES_YES);
    text(contactId, "Hello");
    pass(Duration.ofSeconds(10));
    crm.delete("/contacts/" + contactId);

    pass(Duration.ofDays(1));

    assertThat(replies()).isEmpty();
  }

  @Test
  void callersAreHalfKnownAndWithoutCardsIfSoWanted() {
    sandbox.invite(People.crowd(3, 60).withoutCards());
    pass(Duration.ofHours(12));

    SandboxRecords records = sandbox.records();
    assertThat(records.contacts()).hasSize(60);
    assertThat(records.contacts())
        .filteredOn(contact -> !contact.cards().isEmpty())
        .allMatch(contact -> contact.behaviour().equals("STAFF_MOVES_CARD"));
  }
}
