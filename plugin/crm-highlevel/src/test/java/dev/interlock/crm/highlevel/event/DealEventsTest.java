package dev.interlock.crm.highlevel.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.event.Happening.DealHappened;
import dev.interlock.contract.event.Happening.StageEntered;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.crm.Translation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealEventsTest {
  private static final DealId DEAL = new DealId("deal1");
  private static final PipelineName SALES = new PipelineName("Sales");

  private final Given given = new Given();

  @Test
  void tellsOfANewDealAndOfTheStageItBeginsIn() {
    assertThat(given.happened(deal("OpportunityCreate", "12:00:00", "stage1", "open")))
        .containsExactly(deal(DealChange.CREATED), entered("New"));
    assertThat(given.happened(deal("OpportunityUpdate", "12:00:00", "stage1", "open"))).isEmpty();
  }

  @Test
  void tellsANewDealThoughItsUpdateOvertookIt() {
    given.delivered(deal("OpportunityUpdate", "12:00:00", "stage1", "open"));

    assertThat(given.happened(deal("OpportunityCreate", "12:00:00", "stage1", "open")))
        .containsExactly(deal(DealChange.CREATED), entered("New"));
  }

  @Test
  void tellsAMoveOnceInWhicheverOrderItsDeliveriesCome() {
    for (var order :
        List.of(
            List.of("OpportunityUpdate", "OpportunityStageUpdate"),
            List.of("OpportunityStageUpdate", "OpportunityUpdate"))) {
      var account = new Given();
      account.delivered(deal("OpportunityCreate", "12:00:00", "stage1", "open"));

      var told = new ArrayList<Happening>();
      order.forEach(
          type -> told.addAll(account.happened(deal(type, "12:05:00", "stage2", "open"))));

      assertThat(told).containsExactly(entered("Booked"));
    }
  }

  @Test
  void givesAMoveTheSameIdWhicheverDeliveryTellsIt() {
    given.delivered(deal("OpportunityCreate", "12:00:00", "stage1", "open"));
    var other = new Given();
    other.delivered(deal("OpportunityCreate", "12:00:00", "stage1", "open"));

    assertThat(given.ids(deal("OpportunityUpdate", "12:05:00", "stage2", "open")))
        .isEqualTo(other.ids(deal("OpportunityStageUpdate", "12:05:00", "stage2", "open")))
        .hasSize(1);
  }

  @Test
  void tellsAMoveToAStageWhereTheDealOnceWas() {
    given.delivered(deal("OpportunityCreate", "12:00:00", "stage1", "open"));
    var first = given.ids(deal("OpportunityStageUpdate", "12:05:00", "stage2", "open"));
    given.delivered(deal("OpportunityStageUpdate", "12:10:00", "stage1", "open"));

    assertThat(given.ids(deal("OpportunityStageUpdate", "12:15:00", "stage2", "open")))
        .hasSize(1)
        .doesNotContainAnyElementsOf(first);
  }

  @ParameterizedTest
  @CsvSource({"won, WON", "lost, LOST", "abandoned, ABANDONED"})
  void tellsHowADealEnded(String status, DealChange change) {
    given.delivered(deal("OpportunityCreate", "12:00:00", "stage1", "open"));

    assertThat(given.happened(deal("OpportunityStatusUpdate", "12:05:00", "stage1", status)))
        .containsExactly(deal(change));
    assertThat(given.happened(deal("OpportunityUpdate", "12:05:00", "stage1", status))).isEmpty();
  }

  @Test
  void saysNothingWhenADealIsOpenedAgain() {
    given.delivered(deal("OpportunityCreate", "12:00:00", "stage1", "lost"));

    var reopened = given.delivered(deal("OpportunityStatusUpdate", "12:05:00", "stage1", "open"));

    assertThat(reopened.events()).isEmpty();
    assertThat(given.remembered().deals().values())
        .extracting(Deal::status)
        .containsExactly(DealStatus.OPEN);
  }

  @Test
  void tellsALateMoveAtItsOwnTimeWithoutForgettingTheNewerOne() {
    given.delivered(deal("OpportunityCreate", "12:00:00", "stage1", "open"));
    given.delivered(deal("OpportunityStageUpdate", "12:10:00", "stage1", "open"));

    Translation late =
        given.delivered(deal("OpportunityStageUpdate", "12:05:00", "stage2", "open"));

    assertThat(late.events()).extracting(DomainEvent::what).containsExactly(entered("Booked"));
    assertThat(given.remembered().deals().values())
        .extracting(known -> known.stage().stage())
        .containsExactly(new StageName("New"));
  }

  @Test
  void doesNotLetTheUpdateAfterADeletionBringTheDealBack() {
    given.delivered(deal("OpportunityCreate", "12:00:00", "stage1", "open"));
    given.delivered(deal("OpportunityDelete", "12:05:00", "stage1", "open"));
    given.delivered(deal("OpportunityUpdate", "12:05:00", "stage1", "open"));

    assertThat(given.remembered().deals()).isEmpty();
  }

  @Test
  void callsAStageThatNobodyCanNameByItsId() {
    assertThat(given.happened(deal("OpportunityStageUpdate", "12:05:00", "stage9", "open")))
        .containsExactly(entered("stage9"));
  }

  private static Happening deal(DealChange change) {
    return new DealHappened(change, DEAL, SALES);
  }

  private static Happening entered(String stage) {
    return new StageEntered(DEAL, new StageRef(SALES, new StageName(stage)));
  }

  private static String deal(String type, String time, String stage, String status) {
    return """
    {"type": "%s", "locationId": "loc1", "id": "deal1", "contactId": "contact1",
     "pipelineId": "pipe1", "pipelineStageId": "%s", "status": "%s", "monetaryValue": 40,
     "name": "Ann", "dateAdded": "2026-11-02T12:00:00Z", "timestamp": "2026-11-02T%sZ"}
    """
        .formatted(type, stage, status, time);
  }
}
