package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Ending;
import dev.interlock.crm.Sent;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.store.Subscriptions.Heard;
import dev.interlock.engine.store.Subscriptions.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workflows of the CRM are told that runs have ended.
class AnnouncerTest {
  private static final ContractId TEXT_BACK = new ContractId("text-back");
  private static final ExitName ANSWERED = new ExitName("answered");
  private static final ExitName COLD = new ExitName("cold");

  @TempDir Path folder;

  private static Subscription trigger(String id, List<ContractId> contracts, List<ExitName> exits) {
    return new Subscription(
        HERE, id, "wf-" + id, contracts, exits, "https://crm/" + id, "", Heard.CREATED, NOON);
  }

  static Subscription anyEnd(String id) {
    return trigger(id, List.of(), List.of());
  }

  static Subscription heard(Subscription of, Heard heard, String target) {
    return new Subscription(
        of.account(),
        of.id(),
        of.workflow(),
        of.contracts(),
        of.exits(),
        target,
        of.fault(),
        heard,
        NOON);
  }

  static void knows(Office office, Subscription... all) {
    office.engine.keep(tables -> {
      List.of(all).forEach(tables.subscriptions()::put);
      return all.length;
    });
  }

  private static long waiting(Office office) {
    return office.engine.ask(tables -> tables.announcements().waiting(HERE));
  }

  static List<String> attention(Office office) {
    return office.records().attention(HERE).stream().map(AttentionLine::words).toList();
  }

  private static List<String> targets(Office office) {
    return office.crm.announced().stream().map(FakeCrm.Announced::target).toList();
  }

  static void annAnswers(Office office) {
    office.happens(missedCall(ANN));
    office.happens(reply(ANN, "yes"));
  }

  @Test
  void anEndIsToldOnceToEachThatWaitsForIt() {
    try (var office = Office.opened(folder, textBack())) {
      knows(
          office,
          anyEnd("any"),
          trigger("this", List.of(TEXT_BACK), List.of(ANSWERED, COLD)),
          trigger("cold", List.of(TEXT_BACK), List.of(COLD)),
          trigger("other", List.of(new ContractId("other")), List.of()),
          heard(anyEnd("gone"), Heard.DELETED, "https://crm/gone"));
      office.happens(missedCall(ANN));
      assertThat(office.crm.announced()).isEmpty();

      office.happens(reply(ANN, "yes"));

      RunId run = office.run(ANN).summary().run();
      assertThat(targets(office)).containsExactlyInAnyOrder("https://crm/any", "https://crm/this");
      var meaning = textBack().exit(ANSWERED).orElseThrow().meaning();
      assertThat(office.crm.announced())
          .extracting(FakeCrm.Announced::ending)
          .contains(
              new Ending(
                  run + "/any", "any", ANN, TEXT_BACK, ANSWERED, meaning, Optional.empty(), NOON));
      office.passes(Duration.ofDays(2));
      assertThat(office.crm.announced()).hasSize(2);
      assertThat(waiting(office)).isZero();
    }
  }

  @Test
  void aTriggerWithAFaultNeverFires() {
    try (var office = Office.opened(folder, textBack())) {
      knows(
          office,
          new Subscription(
              HERE, "t", "wf", List.of(), List.of(), "", "not understood", Heard.CREATED, NOON));
      annAnswers(office);
      assertThat(office.crm.announced()).isEmpty();
    }
  }

  @Test
  void whoeverIsCutOffBetweenTellingAndCrossingOutTellsItAgainByTheSameKey() throws Exception {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      office.crm.breaksOffAnnouncing();
      annAnswers(office);
      assertThat(office.crm.announced()).hasSize(1);

      try (var next = office.afterPowerCut(copy, textBack())) {
        next.settle();
        assertThat(next.crm.announced())
            .extracting(each -> each.ending().key())
            .hasSize(2)
            .containsOnly(office.run(ANN).summary().run() + "/t");
        assertThat(waiting(next)).isZero();
        next.passes(Duration.ofDays(2));
        assertThat(next.crm.announced()).hasSize(2);
      }
    }
  }

  @Test
  void aPowerCutRightAfterTheEndLosesNothing() throws Exception {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      office.crm.answersAnnouncement(new Sent.TryLater(Duration.ofHours(1), "not now", false));
      annAnswers(office);

      try (var next = office.afterPowerCut(copy, textBack())) {
        next.passes(Duration.ofMinutes(59));
        assertThat(next.crm.announced()).hasSize(1);
        next.passes(Duration.ofMinutes(2));
        assertThat(next.crm.announced()).hasSize(2);
      }
    }
  }

  @Test
  void whatFailsIsTriedAgainLessAndLessOftenForADay() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      for (int i = 0; i < 500; i++) {
        office.crm.answersAnnouncement(new Sent.TryLater(Duration.ZERO, "status 503", true));
      }
      annAnswers(office);
      office.passes(Duration.ofMinutes(1));
      int early = office.crm.announced().size();
      office.passes(Duration.ofHours(25));

      assertThat(early).isBetween(4, 6);
      assertThat(office.crm.announced().size()).isBetween(30, 40);
      assertThat(attention(office))
          .containsExactly(
              "The CRM's workflow wf-t was not told that text-back ended with answered: it could"
                  + " not be told in time. What it does then has not begun.");
      assertThat(waiting(office)).isZero();
      assertThat(office.endings(ANN)).containsExactly("text-back: answered");
    }
  }

  @Test
  void whatTheCrmRefusesIsRaisedAndHoldsUpNothingElse() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("a"), anyEnd("b"));
      office.crm.answersAnnouncement(new Sent.Refused("gone", "there is no such trigger"));
      annAnswers(office);

      assertThat(targets(office)).containsExactlyInAnyOrder("https://crm/a", "https://crm/b");
      assertThat(attention(office)).hasSize(1).first().asString().contains("no such trigger");
      office.passes(Duration.ofDays(1));
      assertThat(office.crm.announced()).hasSize(2);
    }
  }

  @Test
  void whatNobodyKnowsToHaveBeenHeardIsToldAgain() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      office.crm.answersAnnouncement(new Sent.InDoubt("no answer in time"));
      annAnswers(office);
      office.passes(Duration.ofMinutes(1));
      assertThat(office.crm.announced()).hasSize(2);
      assertThat(attention(office)).isEmpty();
    }
  }

  @Test
  void aTriggerThatIsDeletedMeanwhileIsNotToldAndOneThatMovedIsToldThere() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("a"), anyEnd("b"));
      office.crm.answersAnnouncement(new Sent.TryLater(Duration.ofHours(1), "not now", true));
      office.crm.answersAnnouncement(new Sent.TryLater(Duration.ofHours(1), "not now", true));
      annAnswers(office);

      knows(
          office,
          heard(anyEnd("a"), Heard.DELETED, "https://crm/a"),
          heard(anyEnd("b"), Heard.UPDATED, "https://crm/b2"));
      office.passes(Duration.ofHours(2));

      assertThat(targets(office).subList(2, 3)).containsExactly("https://crm/b2");
      assertThat(office.crm.announced()).hasSize(3);
      assertThat(waiting(office)).isZero();
      assertThat(attention(office)).isEmpty();
    }
  }

  @Test
  void runsGoOnWhileTheCrmCannotBeTold() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      office.crm.answersAnnouncement(new Sent.TryLater(Duration.ofHours(3), "not now", true));
      annAnswers(office);
      office.happens(missedCall(BOB));
      office.happens(reply(BOB, "yes"));

      assertThat(office.endings(BOB)).containsExactly("text-back: answered");
      assertThat(office.crm.announced())
          .extracting(each -> each.ending().contact())
          .containsExactly(ANN, BOB);
    }
  }

  @Test
  void whereTheCrmTakesNoneItIsNotAskedForEachThatWaits() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("a"), anyEnd("b"), anyEnd("c"));
      office.crm.answersAnnouncement(new Sent.TryLater(Duration.ofMinutes(10), "limit", false));
      office.crm.answersAnnouncement(new Sent.TryLater(Duration.ofMinutes(10), "limit", false));
      annAnswers(office);
      assertThat(office.crm.announced()).hasSize(1);
      office.happens(missedCall(BOB));
      office.happens(reply(BOB, "yes"));
      assertThat(office.crm.announced()).hasSize(1);

      office.passes(Duration.ofMinutes(10));
      assertThat(office.crm.announced()).hasSize(2);
      office.passes(Duration.ofMinutes(11));
      assertThat(office.crm.announced()).hasSize(8);
      assertThat(waiting(office)).isZero();
    }
  }

  @Test
  void anEndThatTheAppCannotTellSinceItWasUninstalledIsRaisedByNobody() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      office.crm.answersAnnouncement(new Sent.Refused("uninstalled", "the app was uninstalled"));
      annAnswers(office);
      assertThat(attention(office)).isEmpty();
      assertThat(waiting(office)).isZero();
    }
  }

  @Test
  void nobodyIsToldInAnAccountThatUninstalledTheApp() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      office.happens(missedCall(ANN));
      office.isLeft();
      office.happens(reply(ANN, "yes"));
      assertThat(office.endings(ANN)).containsExactly("text-back: answered");
      assertThat(office.crm.announced()).isEmpty();
    }
  }

  @Test
  void whatWaitedIsDroppedOnDemand() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      office.crm.answersAnnouncement(new Sent.TryLater(Duration.ofHours(3), "not now", false));
      annAnswers(office);
      int dropped = office.engine.keep(t -> t.announcements().dropOpen(HERE, "uninstalled"));
      office.passes(Duration.ofDays(1));
      assertThat(dropped).isEqualTo(1);
      assertThat(office.crm.announced()).hasSize(1);
    }
  }
}
