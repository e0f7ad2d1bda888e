package dev.interlock.engine;

import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.LANE;
import static dev.interlock.engine.Office.NEW;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.SALES;
import static dev.interlock.engine.Office.WON;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.crm.Read;
import dev.interlock.engine.read.AttentionLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deals stand in stages for no longer than they may, or somebody is told.
class StayTest {
  private static final StageName ENGAGED = stageNamed("Engaged");
  private static final StageName WAITING = stageNamed("Waiting");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String TOLD =
      "Ann's deal \"d1\" has stood in Engaged since 3 March 2026, and may stand there for 7 days."
          + " Front desk has the next move: Call them.";

  private static final Contract MOVES = Contracts.doing(moveTo(SALES, ENGAGED));

  @TempDir Path folder;
  private int numbers;

  /// New for two days, engaged for as long as is said, waiting for good.
  private static Operation limited(Duration engaged) {
    return inStages(
        stage(ENGAGED).ownedBy("Front desk").dwellsAtMost(engaged).staffDo("Call them"));
  }

  private static Operation inStages(dev.interlock.contract.dsl.StageDraft engaged) {
    return business("Riverside Dental")
        .pipeline(
            SALES,
            stage(NEW).ownedBy("Front desk").dwellsAtMost(days(2)),
            engaged,
            stage(WAITING),
            stage(WON).asLast())
        .lane(LANE, "one conversation at a time")
        .team("Front desk", "Eve", "Max")
        .setting("bookingLink", "where people book", "https://example.com")
        .limit(Channel.SMS, atMost(100).per(days(1)).apart(Duration.ZERO))
        .purpose("greeting", "the first hello", days(1))
        .build();
  }

  private Office opened() {
    return opened(folder);
  }

  private static Office opened(Path folder) {
    return Office.opened(folder, Office.config(), limited(days(7)), MOVES);
  }

  private Path newFolder(String name) {
    try {
      return Files.createDirectory(folder.resolve(name));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static StageRef in(StageName stage) {
    return new StageRef(SALES, stage);
  }

  private DomainEvent told(Instant at, Happening what) {
    return new DomainEvent("stay" + ++numbers, ANN, at, what, Provenance.UNKNOWN);
  }

  private DomainEvent entered(String deal, StageName stage, Instant at) {
    return told(at, new Happening.StageEntered(new DealId(deal), in(stage)));
  }

  /// A colleague moves the deal, and a webhook tells it.
  private void moves(Office office, String deal, StageName stage) {
    office.crm.dealStands(ANN, deal, in(stage), DealStatus.OPEN);
    office.happens(entered(deal, stage, office.clock.instant()));
  }

  private static List<String> raised(Office office) {
    return office.records().attention(HERE).stream()
        .filter(line -> line.concern() == Concern.OVERSTAYED)
        .map(AttentionLine::words)
        .toList();
  }

  @Test
  void somebodyIsToldOnceWhenADealHasStoodForAsLongAsItMay() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);

      office.passes(days(7).minus(HOUR));
      assertThat(raised(office)).isEmpty();
      office.passes(HOUR);
      assertThat(raised(office)).containsExactly(TOLD);

      office.passes(days(30));
      assertThat(raised(office)).containsExactly(TOLD);
    }
  }

  @Test
  void whatWasRaisedIsSettledWhenTheDealMovesOnOrIsClosed() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      office.passes(days(8));
      moves(office, "d1", WON);
      assertThat(raised(office)).isEmpty();

      moves(office, "d2", ENGAGED);
      office.passes(days(8));
      assertThat(raised(office)).hasSize(1);
      office.happens(
          told(
              office.clock.instant(),
              new Happening.DealHappened(DealChange.LOST, new DealId("d2"), SALES)));
      assertThat(raised(office)).isEmpty();
    }
  }

  @Test
  void whatMovesOnInTimeIsNotRaisedAndWhatComesBackBeginsAnew() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      office.passes(days(6));
      moves(office, "d1", WAITING);
      office.passes(days(5));
      assertThat(raised(office)).isEmpty();

      moves(office, "d1", ENGAGED);
      office.passes(days(6));
      assertThat(raised(office)).isEmpty();
      office.passes(days(1));
      assertThat(raised(office)).hasSize(1);
    }
  }

  @Test
  void whatIsToldTooLateMovesNoDealBack() {
    try (var office = opened()) {
      office.crm.dealStands(ANN, "d1", in(ENGAGED), DealStatus.OPEN);
      office.happens(entered("d1", ENGAGED, NOON));
      office.happens(entered("d1", WAITING, NOON.minus(HOUR)));
      office.happens(entered("d1", NEW, NOON.minus(days(1))));
      office.happens(
          told(
              NOON.minus(HOUR),
              new Happening.DealHappened(DealChange.LOST, new DealId("d1"), SALES)));

      office.passes(days(7));
      assertThat(raised(office)).containsExactly(TOLD);
    }
  }

  @Test
  void anotherDealOfTheContactChangesNothing() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      moves(office, "d2", WON);
      office.happens(
          told(NOON, new Happening.DealHappened(DealChange.LOST, new DealId("d3"), SALES)));

      office.passes(days(7));
      assertThat(raised(office)).containsExactly(TOLD);
    }
  }

  @Test
  void aMoveOfOurOwnBeginsAStay() {
    try (var office = opened()) {
      office.crm.deal(ANN, "d1", in(NEW));
      office.happens(missedCall(ANN));
      assertThat(office.crm.stageOf(ANN, "d1")).contains(ENGAGED);
      office.happens(entered("d1", ENGAGED, office.clock.instant()));

      office.passes(days(7));
      assertThat(raised(office)).singleElement().asString().startsWith("Ann's deal has stood");
    }
  }

  @Test
  void whereNoWebhookToldThatADealMovedOnNobodyIsTold() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      office.passes(days(6));
      office.crm.dealStands(ANN, "d1", in(NEW), DealStatus.OPEN);
      office.passes(days(1));
      assertThat(raised(office)).isEmpty();

      // it is known from then on where it stands
      office.passes(days(1));
      assertThat(raised(office))
          .singleElement()
          .asString()
          .contains("stood in New since 9 March 2026, and may stand there for 2 days.");
    }
  }

  @Test
  void aClosedDealADealThatIsGoneAndAContactThatIsGoneAreForgotten() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      moves(office, "d2", ENGAGED);
      office.crm.dealStands(ANN, "d1", in(ENGAGED), DealStatus.WON);
      office.crm.losesDeal(ANN, "d2");
      office.passes(days(7));
      assertThat(raised(office)).isEmpty();

      moves(office, "d3", ENGAGED);
      office.passes(days(7));
      assertThat(raised(office)).hasSize(1);
      office.crm.losesDeal(ANN, "d3");
      office.passes(days(6));
      assertThat(raised(office)).hasSize(1);
      office.passes(days(1));
      assertThat(raised(office)).isEmpty();

      moves(office, "d4", ENGAGED);
      office.passes(days(7));
      assertThat(raised(office)).hasSize(1);
      office.crm.loses(ANN);
      office.passes(days(7));
      assertThat(raised(office)).isEmpty();
    }
  }

  @Test
  void aContactThatIsDeletedOrMergedTakesItsStaysAlong() {
    for (ContactChange end : List.of(ContactChange.DELETED, ContactChange.MERGED)) {
      try (var office = opened(newFolder(end.name()))) {
        moves(office, "d1", ENGAGED);
        office.passes(days(7));
        moves(office, "d2", ENGAGED);
        assertThat(raised(office)).hasSize(1);

        office.happens(
            told(office.clock.instant(), new Happening.ContactHappened(end, Optional.empty())));
        assertThat(raised(office)).isEmpty();
        assertThat(office.engine.nextAlarm()).isEmpty();
      }
    }
  }

  @Test
  void aStayThatWasToldWakesNobody() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      assertThat(office.engine.nextAlarm()).contains(NOON.plus(days(7)));

      office.passes(days(7));
      assertThat(raised(office)).hasSize(1);
      assertThat(office.engine.nextAlarm()).isEmpty();
      office.passes(days(400));
      assertThat(office.engine.nextAlarm()).isEmpty();
    }
  }

  @Test
  void whileARunHasTheNextMoveNobodyIsToldToMakeIt() {
    var calls = Contracts.doing(waitFor("pause", days(10)), moveTo(SALES, WON));
    try (var office = Office.opened(folder, Office.config(), limited(days(7)), calls)) {
      moves(office, "d1", ENGAGED);
      office.happens(missedCall(ANN));
      office.passes(days(9));
      assertThat(raised(office)).isEmpty();

      var _ = office.engine.operator(HERE).withdraw(office.run(ANN).run().id(), "by hand", "Eve");
      office.settle();
      assertThat(raised(office)).containsExactly(TOLD);
    }
  }

  @Test
  void aRunThatMovesNoDealOnHasNoNextMove() {
    var calls = Contracts.doing(waitFor("pause", days(10)), addTag("waited"));
    try (var office = Office.opened(folder, Office.config(), limited(days(7)), calls)) {
      moves(office, "d1", ENGAGED);
      office.happens(missedCall(ANN));

      office.passes(days(7));
      assertThat(raised(office)).containsExactly(TOLD);
    }
  }

  @Test
  void aRunThatMovesTheDealOnAtItsEndLeavesNothingToTell() {
    var calls = Contracts.doing(waitFor("pause", days(10)), moveTo(SALES, WON));
    try (var office = Office.opened(folder, Office.config(), limited(days(7)), calls)) {
      moves(office, "d1", ENGAGED);
      office.happens(missedCall(ANN));

      office.passes(days(30));
      assertThat(office.crm.stageOf(ANN, "d1")).contains(WON);
      assertThat(raised(office)).isEmpty();
      assertThat(office.engine.nextAlarm()).isEmpty();
    }
  }

  @Test
  void oneThatCanNeverBeReadKeepsNobodyElseWaiting() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      office.passes(Duration.ofMinutes(1));
      office.crm.dealStands(BOB, "d2", in(ENGAGED), DealStatus.OPEN);
      office.happens(
          new DomainEvent(
              "bob",
              BOB,
              office.clock.instant(),
              new Happening.StageEntered(new DealId("d2"), in(ENGAGED)),
              Provenance.UNKNOWN));

      office.crm.unreadable(ANN);
      office.passes(days(7).plus(HOUR));
      assertThat(raised(office)).singleElement().asString().startsWith("Bob's deal");
      assertThat(office.engine.nextAlarm()).isPresent();
    }
  }

  @Test
  void aRestartForgetsNothing() {
    var office = opened();
    moves(office, "d1", ENGAGED);
    office.passes(days(6));

    var again = office.restarted(MOVES);
    again.passes(days(1));
    assertThat(raised(again)).containsExactly(TOLD);

    try (var third = again.restarted(MOVES)) {
      third.passes(days(30));
      assertThat(raised(third)).containsExactly(TOLD);
    }
  }

  @Test
  void whatFellDueWhileNothingRanIsToldAfterTheNextStart() {
    var office = opened();
    moves(office, "d1", ENGAGED);
    office.clock.moveTo(NOON.plus(days(20)));

    try (var again = office.restarted(MOVES)) {
      again.settle();
      assertThat(raised(again)).containsExactly(TOLD);
    }
  }

  @Test
  void whereContractsAreGoneNothingIsPromised() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      office.passes(days(7));
      moves(office, "d2", ENGAGED);
      assertThat(raised(office)).hasSize(1);

      office.goesLive();
      assertThat(raised(office)).isEmpty();
      assertThat(office.engine.nextAlarm()).isEmpty();
      office.passes(days(30));
      assertThat(raised(office)).isEmpty();
    }
  }

  @Test
  void ofAnAccountThatIsErasedNothingIsTold() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      office.passes(days(7));
      moves(office, "d2", ENGAGED);
      office.engine.erase(HERE);
      assertThat(office.engine.nextAlarm()).isEmpty();

      office.engine.install(office.installation(MOVES));
      office.passes(days(30));
      assertThat(raised(office)).isEmpty();
    }
  }

  @Test
  void theDayIsThatOfTheBusinessAndDaysHave24Hours() {
    try (var office = opened()) {
      // summer time begins on 29 March; it is the 28th in UTC, and in London still
      Instant late = Instant.parse("2026-03-28T23:30:00Z");
      office.clock.moveTo(late);
      moves(office, "d1", ENGAGED);
      Instant summer = Instant.parse("2026-03-29T23:30:00Z");
      office.clock.moveTo(summer);
      moves(office, "d2", ENGAGED);

      office.passes(days(6).minus(HOUR));
      assertThat(raised(office)).isEmpty();
      office.passes(days(2));
      assertThat(raised(office))
          .satisfiesExactlyInAnyOrder(
              words -> assertThat(words).contains("d1", "since 28 March 2026"),
              words -> assertThat(words).contains("d2", "since 30 March 2026"));
    }
  }

  @Test
  void whatAClockThatWasAheadToldIsTakenBack() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      office.clock.moveTo(NOON.plus(days(400)));
      office.settle();
      moves(office, "d2", ENGAGED);
      assertThat(raised(office)).containsExactly(TOLD);

      office.clock.moveTo(NOON.plus(HOUR));
      office.settle();
      assertThat(raised(office)).isEmpty();
      office.passes(days(7).minus(HOUR));
      assertThat(raised(office)).containsExactly(TOLD);
      // nobody knows since when the other one stands there: at the latest, since the clock was put
      // right
      office.passes(HOUR);
      assertThat(raised(office)).hasSize(2);
    }
  }

  @Test
  void aClockThatWasSetBackWhileNothingRanIsNoticed() {
    var office = opened();
    moves(office, "d1", ENGAGED);
    office.clock.moveTo(NOON.plus(days(400)));
    office.settle();
    assertThat(raised(office)).containsExactly(TOLD);
    office.clock.moveTo(NOON.plus(HOUR));

    try (var again = office.restarted(MOVES)) {
      again.settle();
      assertThat(raised(again)).isEmpty();
    }
  }

  @Test
  void aDealThatWasStoredByAClockThatWasAheadIsHeardOf() {
    try (var office = opened()) {
      office.clock.moveTo(NOON.plus(days(400)));
      moves(office, "d1", ENGAGED);
      office.clock.moveTo(NOON);
      office.crm.dealStands(ANN, "d1", in(WAITING), DealStatus.OPEN);
      office.happens(entered("d1", WAITING, NOON));

      assertThat(office.engine.nextAlarm()).isEmpty();
    }
  }

  @Test
  void anotherLimitHoldsForWhatStandsThereAlready() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      office.goesLive(limited(days(3)), MOVES);
      office.passes(days(3));
      assertThat(raised(office)).singleElement().asString().contains("for 3 days.");

      office.goesLive(limited(days(5)), MOVES);
      assertThat(raised(office)).isEmpty();
      office.passes(days(2));
      assertThat(raised(office)).singleElement().asString().contains("for 5 days.");

      office.goesLive(inStages(stage(ENGAGED)), MOVES);
      assertThat(raised(office)).isEmpty();
      office.passes(days(30));
      assertThat(raised(office)).isEmpty();
    }
  }

  @Test
  void whatTheCrmCannotTellIsAskedLater() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      office.crm.reads(new Read.TryLater<>(HOUR, "down"));
      office.crm.reads(new Read.Refused<>("401", "a wrong token"));

      office.passes(days(7));
      assertThat(raised(office)).isEmpty();
      office.passes(HOUR);
      assertThat(raised(office)).isEmpty();
      office.passes(HOUR);
      assertThat(raised(office)).containsExactly(TOLD);
    }
  }
}
