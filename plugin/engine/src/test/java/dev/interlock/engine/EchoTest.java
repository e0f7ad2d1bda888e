package dev.interlock.engine;

import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Contracts.onTag;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.event;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Sent;
import dev.interlock.engine.read.EventLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What we wrote comes back to us, and what others do has to be told from it.
class EchoTest {
  @TempDir Path folder;

  private static DomainEvent tagged(String tag) {
    var what = new Happening.TagHappened(TagChange.ADDED, new TagName(tag));
    return event(ANN, what, Provenance.UNKNOWN);
  }

  private static DomainEvent stageEntered(StageName stage) {
    var what = new Happening.StageEntered(new DealId("d-ann"), new StageRef(Office.SALES, stage));
    return event(ANN, what, Provenance.UNKNOWN);
  }

  private static DomainEvent became(Delivery delivery, String message) {
    var what = new Happening.MessageOutcome(delivery, Channel.SMS, new MessageId(message), "");
    return event(ANN, what, Provenance.UNKNOWN);
  }

  private static List<Provenance> provenances(Office office) {
    return office.story(ANN).events().stream().map(EventLine::provenance).toList();
  }

  private static Contract onVip() {
    return onTag("vip", "vip", whenOccupied(REFUSE), 0);
  }

  @Test
  void aTagThatWeSetBeginsNothing() {
    try (var office = Office.opened(folder, doing(addTag("vip")), onVip())) {
      office.happens(missedCall(ANN));
      office.happens(tagged("vip"));

      assertThat(office.endings(ANN)).containsExactly("doing: done");
      assertThat(provenances(office)).containsExactly(Provenance.OUTSIDE, Provenance.OURS);
    }
  }

  @Test
  void aTagThatSomebodyElseSetDoes() {
    try (var office = Office.opened(folder, onVip())) {
      office.happens(tagged("vip"));

      assertThat(office.endings(ANN)).containsExactly("vip: AWAITING");
    }
  }

  @Test
  void theSameTagMuchLaterIsSomebodyElses() {
    try (var office = Office.opened(folder, doing(addTag("vip")), onVip())) {
      office.happens(missedCall(ANN));
      var what = new Happening.TagHappened(TagChange.ADDED, new TagName("vip"));
      var later =
          new DomainEvent("later", ANN, NOON.plus(Duration.ofHours(3)), what, Provenance.UNKNOWN);
      office.passes(Duration.ofHours(3));
      office.happens(later);

      assertThat(office.endings(ANN)).containsExactly("doing: done", "vip: AWAITING");
    }
  }

  @Test
  void whatAReopenedRunWroteIsOursHoweverLongItHadBeenOver() {
    var onWarm = onTag("on-warm", "warm", whenOccupied(REFUSE), 0);
    try (var office = Office.opened(folder, Contracts.textBack(), onWarm)) {
      office.happens(missedCall(ANN));
      office.crm.answers(new Sent.Refused("forbidden", "no right to write tags"));
      office.crm.answers(new Sent.Refused("forbidden", "no right to write tags"));
      office.happens(Office.reply(ANN, "yes"));
      office.passes(Duration.ofDays(2));
      office.engine.operator(Office.HERE).retry(office.run(ANN).summary().run(), "Eve").join();
      office.settle();
      assertThat(office.crm.tags(ANN)).containsExactly("warm");

      var what = new Happening.TagHappened(TagChange.ADDED, new TagName("warm"));
      office.happens(
          new DomainEvent("echo", ANN, office.clock.instant(), what, Provenance.UNKNOWN));

      assertThat(office.endings(ANN)).containsExactly("text-back: answered");
      assertThat(provenances(office)).endsWith(Provenance.OURS);
    }
  }

  @Test
  void ourMessageIsKnownByItsNumber() {
    try (var office = Office.opened(folder, doing(sms("hello", "Hi")))) {
      office.happens(missedCall(ANN));
      office.happens(became(Delivery.SENT, "m1"));
      office.happens(became(Delivery.SENT, "m99"));

      assertThat(provenances(office))
          .containsExactly(Provenance.OUTSIDE, Provenance.OURS, Provenance.UNKNOWN);
    }
  }

  private static Contract watchful() {
    return workflow("watchful")
        .title("Watchful")
        .owner("Front desk")
        .purpose("Somebody watches.")
        .startsWhen(callMissed(), milestone("Somebody tried to reach us"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .throughout(
            whenever(foreignHand(HandAct.MOVED_STAGE)).thenExit("taken-over"),
            whenever(tagAdded("stop")).thenExit("stopped"))
        .path(
            moveTo(Office.SALES, Office.NEW),
            await("answer").when(replied()).thenExit("cold").silentFor(days(1)).thenExit("cold"))
        .exits(exit("taken-over", HANDOVER), exit("stopped", HANDOVER), exit("cold", UNRESPONSIVE))
        .build();
  }

  @Test
  void ourOwnStageMoveIsNoForeignHand() {
    try (var office = Office.opened(folder, watchful())) {
      office.happens(missedCall(ANN));
      office.happens(stageEntered(Office.NEW));

      assertThat(office.endings(ANN)).containsExactly("watchful: AWAITING");
    }
  }

  /// The CRM's clock is by so much behind ours, and a call has told it.
  private static void isAhead(Office office, Duration ahead) {
    Instant ours = NOON.plus(ahead);
    office.clock.moveTo(ours);
    office.crm.calls().heardClock(NOON, ours, ours);
  }

  @Test
  void ourOwnStageMoveIsNoForeignHandThoughOurClockIsAhead() {
    try (var office = Office.opened(folder, watchful())) {
      isAhead(office, Duration.ofMinutes(20));
      office.happens(missedCall(ANN));
      office.happens(stageEntered(Office.NEW));

      assertThat(office.endings(ANN)).containsExactly("watchful: AWAITING");
    }
  }

  @Test
  void norThoughItIsBehind() {
    try (var office = Office.opened(folder, watchful())) {
      isAhead(office, Duration.ofMinutes(-40));
      office.happens(missedCall(ANN));
      office.happens(stageEntered(Office.NEW));

      assertThat(office.endings(ANN)).containsExactly("watchful: AWAITING");
    }
  }

  @Test
  void norThoughItWasAheadAndHasBeenSetBackBeforeTheWebhookCame() {
    try (var office = Office.opened(folder, watchful())) {
      isAhead(office, Duration.ofMinutes(3));
      office.happens(missedCall(ANN));
      isAhead(office, Duration.ZERO);
      office.settle();
      // later than our clock had shown when it was written
      office.passes(Duration.ofMinutes(10));
      office.happens(stageEntered(Office.NEW));

      assertThat(office.endings(ANN)).containsExactly("watchful: AWAITING");
    }
  }

  @Test
  void whatAColleagueDoesAfterItWasSetBackIsTheirs() {
    try (var office = Office.opened(folder, doing(addTag("vip")), onVip())) {
      isAhead(office, Duration.ofHours(20));
      office.happens(missedCall(ANN));
      isAhead(office, Duration.ZERO);
      office.settle();
      office.passes(Duration.ofHours(1));
      var what = new Happening.TagHappened(TagChange.ADDED, new TagName("vip"));
      var at = office.clock.instant();
      office.happens(new DomainEvent("theirs", ANN, at, what, Provenance.UNKNOWN));

      assertThat(office.endings(ANN)).containsExactlyInAnyOrder("doing: done", "vip: AWAITING");
    }
  }

  @Test
  void aClockThatIsAheadMakesNothingOursThatWasBefore() {
    try (var office = Office.opened(folder, doing(addTag("vip")), onVip())) {
      isAhead(office, Duration.ofMinutes(20));
      office.happens(missedCall(ANN));
      var what = new Happening.TagHappened(TagChange.ADDED, new TagName("vip"));
      var before = NOON.minus(Duration.ofMinutes(2));
      office.happens(new DomainEvent("before", ANN, before, what, Provenance.UNKNOWN));

      assertThat(office.endings(ANN)).containsExactly("doing: done", "vip: AWAITING");
    }
  }

  @Test
  void aStageMoveOfAnotherHandIs() {
    try (var office = Office.opened(folder, watchful())) {
      office.happens(missedCall(ANN));
      office.happens(stageEntered(Office.WON));

      assertThat(office.endings(ANN)).containsExactly("watchful: taken-over");
      assertThat(office.story(ANN).events())
          .extracting(EventLine::words)
          .contains("a colleague moved the deal to Sales / Won");
    }
  }

  @Test
  void aTagOfAnotherHandIsHeardByTheRun() {
    try (var office = Office.opened(folder, watchful())) {
      office.happens(missedCall(ANN));
      office.happens(tagged("stop"));

      assertThat(office.endings(ANN)).containsExactly("watchful: stopped");
    }
  }

  @Test
  void aMessageThatIsReportedAsUndeliveredTakesTheFailurePath() {
    try (var office = Office.opened(folder, Contracts.textBack())) {
      office.happens(missedCall(ANN));
      office.happens(became(Delivery.FAILED, "m1"));

      assertThat(office.endings(ANN)).containsExactly("text-back: unreachable");
    }
  }
}
