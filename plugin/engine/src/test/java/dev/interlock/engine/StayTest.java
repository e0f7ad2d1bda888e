package dev.interlock.engine;

import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.engine.Office.ANN;
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
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.crm.Read;
import dev.interlock.engine.read.AttentionLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deals stand in stages for no longer than they may, or somebody is told.
class StayTest {
  private static final StageName ENGAGED = stageNamed("Engaged");
  private static final StageName WAITING = stageNamed("Waiting");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String TOLD =
      "Ann's deal has stood in Engaged for 7 days, as long as it may. Front desk has the next move:"
          + " Call them.";

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
    return Office.opened(
        folder, Office.config(), limited(days(7)), Contracts.doing(moveTo(SALES, ENGAGED)));
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
      assertThat(raised(office)).containsExactly(TOLD);
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
      assertThat(raised(office)).singleElement().asString().contains("stood in New for 2 days");
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
      office.crm.loses(ANN);
      office.passes(days(1));
      assertThat(raised(office)).isEmpty();
    }
  }

  @Test
  void aRestartForgetsNothing() {
    var office = opened();
    moves(office, "d1", ENGAGED);
    office.passes(days(6));

    try (var again = office.restarted()) {
      again.passes(days(1));
      assertThat(raised(again)).containsExactly(TOLD);
    }
  }

  @Test
  void anotherLimitHoldsForWhatStandsThereAlready() {
    try (var office = opened()) {
      moves(office, "d1", ENGAGED);
      office.goesLive(limited(days(3)));
      office.passes(days(3));
      assertThat(raised(office)).singleElement().asString().contains("for 3 days");

      office.goesLive(limited(days(5)));
      assertThat(raised(office)).isEmpty();
      office.passes(days(2));
      assertThat(raised(office)).singleElement().asString().contains("for 5 days");

      office.goesLive(inStages(stage(ENGAGED)));
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
