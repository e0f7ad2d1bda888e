package dev.interlock.engine;

import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.linkClicked;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Exits.DECLINED;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.crm.Mailed;
import dev.interlock.crm.Read;
import dev.interlock.engine.desk.Installation;
import dev.interlock.engine.read.EventLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What mail services tell of e-mails, by recipient and header, finds the run that sent them.
class MailStatisticsTest {
  private static final String HEADER = "20260303120000.1.ABC@mg.example";

  @TempDir Path folder;

  private static Contract mailing() {
    return workflow("mailing")
        .title("Mailing")
        .owner("Front desk")
        .purpose("Nobody waits for an answer.")
        .startsWhen(callMissed(), milestone("Somebody tried to reach us"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .path(
            email("hello", "Hello", "<p>We missed you.</p>")
                .onFailure(retry(2), thenExit("unreachable")),
            await("answer")
                .when(linkClicked())
                .thenExit("interested")
                .when(optedOut(Channel.EMAIL))
                .thenExit("declined")
                .silentFor(days(40))
                .thenExit("cold"))
        .exits(
            exit("interested", SUCCESS),
            exit("declined", DECLINED),
            exit("cold", UNRESPONSIVE),
            exit("unreachable", FAILED).notifies(owner()))
        .build();
  }

  private Office office() {
    var office = Office.opened(folder, mailing());
    office.happens(missedCall(ANN));
    return office;
  }

  private static Mailed called(String header) {
    return new Mailed(Optional.of("mail1"), Optional.of(header), Optional.empty());
  }

  private static Mailed became(Delivery fate) {
    return new Mailed(Optional.of("mail1"), Optional.empty(), Optional.of(fate));
  }

  private static void told(Office office, String id, String recipient, String header, String what) {
    office.deliver(
        id, "mail/" + header, FakeInbound.ofMail(office.clock.instant(), recipient, header, what));
    office.settle();
  }

  @Test
  void aBounceTakesTheFailurePathOfTheRunThatSentTheMail() {
    try (var office = office()) {
      office.crm.knows("m1", called(HEADER));

      told(office, "d1", "ann@example.com", HEADER, "FAILED");

      assertThat(office.endings(ANN)).containsExactly("mailing: unreachable");
    }
  }

  @Test
  void whatIsToldAgainAskedForNothingAgainAndChangesNothing() {
    try (var office = office()) {
      office.crm.knows("m1", called(HEADER));

      told(office, "d1", "ann@example.com", HEADER, "DELIVERED");
      told(office, "d2", "ann@example.com", HEADER, "DELIVERED");
      told(office, "d3", "ann@example.com", HEADER, "OPENED");

      assertThat(office.crm.asked()).hasSize(1);
      assertThat(office.inboxDepth()).isZero();
      assertThat(office.story(ANN).events())
          .extracting(EventLine::words)
          .containsOnlyOnce("a e-mail was delivered")
          .hasSize(3);
    }
  }

  @Test
  void aStatusAndAStatisticOfOneFactCountOnce() {
    try (var office = office()) {
      office.crm.knows("m1", called(HEADER));
      told(office, "d1", "ann@example.com", HEADER, "DELIVERED");

      var what =
          new Happening.MessageOutcome(Delivery.DELIVERED, Channel.EMAIL, new MessageId("m1"), "");
      var status =
          new DomainEvent("message-DELIVERED/mail1", ANN, Office.NOON, what, Provenance.UNKNOWN);
      office.happens(status);

      assertThat(office.story(ANN).events()).hasSize(2);
    }
  }

  @Test
  void aClickIsWhatAContractAwaits() {
    try (var office = office()) {
      office.crm.knows("m1", called(HEADER));

      told(office, "d1", "ann@example.com", HEADER, "CLICKED");

      assertThat(office.endings(ANN)).containsExactly("mailing: interested");
    }
  }

  @Test
  void aComplaintIsAnOptOutWhicheverMailItIsAbout() {
    try (var office = office()) {
      told(office, "d1", "Ann@example.com", "of-somebody-else@mg.example", FakeInbound.NO_MORE);

      assertThat(office.endings(ANN)).containsExactly("mailing: declined");
      assertThat(office.crm.asked()).isEmpty();
    }
  }

  @Test
  void anotherMailToTheSameAddressIsNotOurs() {
    try (var office = office()) {
      office.crm.knows("m1", called(HEADER));

      told(office, "d1", "ann@example.com", "another@mg.example", "FAILED");
      told(office, "d2", "ann@example.com", "another@mg.example", "FAILED");

      assertThat(office.endings(ANN)).containsExactly("mailing: AWAITING");
      assertThat(office.crm.asked()).hasSize(1);
    }
  }

  @Test
  void aMailThatIsCalledOtherwiseIsNotMeantEvenIfTheSameBecameOfIt() {
    try (var office = office()) {
      var ours =
          new Mailed(Optional.of("mail1"), Optional.of(HEADER), Optional.of(Delivery.FAILED));
      office.crm.knows("m1", ours);

      told(office, "d1", "ann@example.com", "another@mg.example", "FAILED");

      assertThat(office.endings(ANN)).containsExactly("mailing: AWAITING");
    }
  }

  @Test
  void nobodyIsAskedAboutMailsToPeopleWhomNoRunWroteTo() {
    try (var office = office()) {
      told(office, "d1", "bob@example.com", HEADER, "FAILED");
      told(office, "d2", "bob@example.com", HEADER, FakeInbound.NO_MORE);

      assertThat(office.crm.asked()).isEmpty();
      assertThat(office.story(BOB).events()).isEmpty();
      assertThat(office.endings(ANN)).containsExactly("mailing: AWAITING");
    }
  }

  @Test
  void whatOneAccountIsToldFindsNoMailOfAnother() {
    try (var office = office()) {
      office.crm.knows("m1", called(HEADER));
      told(office, "d1", "ann@example.com", HEADER, "DELIVERED");
      var there = new InstallationId("there");
      var crm = new FakeCrm(there, office.clock);
      crm.add(ANN, "Ann");
      Installation here = office.installation(mailing());
      office.engine.install(
          new Installation(
              here.contracts(), crm, here.inbound(), here.settings(), here.location()));

      for (String what : List.of("FAILED", FakeInbound.NO_MORE)) {
        byte[] body = FakeInbound.ofMail(office.clock.instant(), "ann@example.com", HEADER, what);
        office.deliver("good", there.text(), "d-" + what, "mail/" + HEADER, body);
        office.settle();
      }

      assertThat(crm.asked()).isEmpty();
      assertThat(office.endings(ANN)).containsExactly("mailing: AWAITING");
      assertThat(office.records().story(there, ANN).orElseThrow().events()).isEmpty();
    }
  }

  @Test
  void withoutAHeaderTheCrmHasToSayTheSameItself() {
    try (var office = office()) {
      office.crm.knows("m1", became(Delivery.DELIVERED));
      told(office, "d1", "ann@example.com", HEADER, "FAILED");
      assertThat(office.endings(ANN)).containsExactly("mailing: AWAITING");

      office.crm.knows("m1", became(Delivery.FAILED));
      told(office, "d2", "ann@example.com", HEADER, "FAILED");
      assertThat(office.endings(ANN)).containsExactly("mailing: unreachable");
    }
  }

  @Test
  void theCrmIsAskedAFewTimesAndNoMore() {
    try (var office = office()) {
      for (int i = 0; i < 20; i++) {
        told(office, "d" + i, "ann@example.com", i + "@mg.example", "FAILED");
      }

      assertThat(office.crm.asked()).hasSize(5);
    }
  }

  @Test
  void itWaitsForACrmThatDoesNotAnswer() {
    try (var office = office()) {
      office.crm.knows("m1", called(HEADER));
      office.crm.readsOfMails(new Read.TryLater<>(Duration.ofMinutes(2), "out of order"));

      told(office, "d1", "ann@example.com", HEADER, "FAILED");
      assertThat(office.endings(ANN)).containsExactly("mailing: AWAITING");
      office.passes(Duration.ofMinutes(3));

      assertThat(office.endings(ANN)).containsExactly("mailing: unreachable");
    }
  }

  @Test
  void aBounceMayComeBeforeTheAnswerThatTellsTheMailsNumber() {
    try (var office = Office.opened(folder, mailing())) {
      office.crm.knows("m1", called(HEADER));
      office.crm.interrupted(() ->
          office.deliver(
              "d1",
              "mail/" + HEADER,
              FakeInbound.ofMail(office.clock.instant(), "ann@example.com", HEADER, "FAILED")));
      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(1));

      assertThat(office.endings(ANN)).containsExactly("mailing: unreachable");
    }
  }

  @Test
  void itIsFoundAfterARestartAsWell() {
    var office = office();
    office.crm.knows("m1", called(HEADER));
    told(office, "d1", "ann@example.com", HEADER, "DELIVERED");
    try (var again = office.restarted(mailing())) {
      again.passes(Duration.ofDays(35));
      told(again, "d2", "ann@example.com", HEADER, "CLICKED");

      assertThat(again.endings(ANN)).containsExactly("mailing: interested");
      assertThat(again.crm.asked()).hasSize(1);
    }
  }
}
