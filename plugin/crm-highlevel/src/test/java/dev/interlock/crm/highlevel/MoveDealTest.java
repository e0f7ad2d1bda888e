package dev.interlock.crm.highlevel;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageName;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Moves where HighLevel is special: no compare-and-set, duplicates, stages that nobody declared.
class MoveDealTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final Pipeline SALES =
      new Pipeline(
          new PipelineName("Sales"), List.of(stage("New"), stage("Booked")), Position.unknown());

  private AccountOnStubs account;

  @BeforeEach
  void open() {
    account = AccountOnStubs.open(CRM);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void saysTheStageTogetherWithItsPipeline() {
    found("stage1");
    account.answering("PUT", "/opportunities/deal1", deal("stage2", "pipe1"));

    account.carryOut(to("Booked"));

    assertThat(Json.parse(account.body("PUT /opportunities/deal1")))
        .isEqualTo(Json.parse("{\"pipelineId\": \"pipe1\", \"pipelineStageId\": \"stage2\"}"));
  }

  @Test
  void doesNotBelieveTheSearchButTheDealItself() {
    account.answering(
        "GET",
        "/opportunities/search",
        """
        {"opportunities": [{"id": "deal1", "contactId": "contact1", "pipelineId": "pipe1",
          "pipelineStageId": "stage1", "status": "open"}]}
        """);
    account.answering("GET", "/opportunities/deal1", deal("stage2", "pipe1"));

    assertThat(account.carryOut(to("Booked"))).isEqualTo(new Sent.AlreadySo());
  }

  @Test
  void readsBackAndComparesAgainWhenSomebodyElseMovedItToo() {
    found("stage1");
    account.answering("PUT", "/opportunities/deal1", deal("stage2", "pipe1"));

    assertThat(account.carryOut(to("Booked")))
        .isInstanceOfSatisfying(
            Sent.TryLater.class, later -> assertThat(later.reason()).contains("somebody else"));
  }

  @Test
  void isDoneWhenItReadsTheNewStageBack() {
    found("stage1");
    CRM.answers(
        put(urlPathEqualTo("/opportunities/deal1"))
            .inScenario("move")
            .willSetStateTo("moved")
            .willReturn(okJson(deal("stage2", "pipe1"))));
    CRM.answers(
        get(urlPathEqualTo("/opportunities/deal1"))
            .inScenario("move")
            .whenScenarioStateIs("moved")
            .willReturn(okJson(deal("stage2", "pipe1"))));

    assertThat(account.carryOut(to("Booked")))
        .isEqualTo(new Sent.Done(Optional.empty(), Optional.of("deal1")));
  }

  @Test
  void takesAStageThatNobodyDeclaredToStandWhereTheAccountHasIt() {
    found("stage9");

    assertThat(account.carryOut(to("New")))
        .isInstanceOfSatisfying(
            Sent.Refused.class, refused -> assertThat(refused.code()).isEqualTo("stage-backward"));
  }

  @Test
  void movesTheDealThatTheAccountSaysIsThereAlready() {
    account
        .answering("POST", "/opportunities/", 400, duplicate())
        .answering("GET", "/opportunities/deal1", deal("stage2", "pipe1"));

    assertThat(account.carryOut(to("Booked"))).isEqualTo(new Sent.AlreadySo());
  }

  @Test
  void doesNotTakeADealOutOfAnotherPipeline() {
    account
        .answering("POST", "/opportunities/", 400, duplicate())
        .answering("GET", "/opportunities/deal1", deal("stage3", "pipe2"));

    assertThat(account.carryOut(to("Booked")))
        .isInstanceOfSatisfying(
            Sent.Refused.class, refused -> assertThat(refused.code()).isEqualTo("deal-elsewhere"));
    assertThat(account.asked()).doesNotContain("PUT /opportunities/deal1");
  }

  @Test
  void doesNotTakeADealThatHasPassedToAnotherContact() {
    found("stage1");
    account
        .answering(
            "GET",
            "/opportunities/deal1",
            """
            {"opportunity": {"id": "deal1", "contactId": "contact2", "pipelineId": "pipe1",
              "pipelineStageId": "stage1", "status": "open"}}
            """)
        .answering("POST", "/opportunities/", deal("stage2", "pipe1"));

    account.carryOut(to("Booked"));

    assertThat(account.asked()).contains("POST /opportunities/");
  }

  @Test
  void looksThroughAllPagesForTheDeal() {
    CRM.answers(
        get(urlPathEqualTo("/opportunities/search"))
            .withQueryParam("startAfterId", absent())
            .willReturn(
                okJson(
                    """
                    {"opportunities": [{"id": "deal0"}],
                     "meta": {"nextPage": 2, "startAfter": 1793620800000, "startAfterId": "deal0"}}
                    """)));
    CRM.answers(
        get(urlPathEqualTo("/opportunities/search"))
            .withQueryParam("startAfterId", equalTo("deal0"))
            .willReturn(okJson("{\"opportunities\": [{\"id\": \"deal1\"}], \"meta\": {}}")));
    account
        .answering("GET", "/opportunities/deal0", 404, "{\"statusCode\": 404}")
        .answering("GET", "/opportunities/deal1", deal("stage2", "pipe1"));

    assertThat(account.carryOut(to("Booked"))).isEqualTo(new Sent.AlreadySo());
  }

  @Test
  void asksOnceForPipelinesThatItDoesNotKnow() {
    account.carryOut(to("Nirvana"));
    account.carryOut(to("Nirvana"));

    assertThat(account.asked())
        .filteredOn("GET /opportunities/pipelines"::equals)
        .as("once to know them at all; what is that fresh is not asked for again")
        .hasSize(1);
  }

  private void found(String stageId) {
    account
        .answering("GET", "/opportunities/search", "{\"opportunities\": [{\"id\": \"deal1\"}]}")
        .answering("GET", "/opportunities/deal1", deal(stageId, "pipe1"));
  }

  private static Deed to(String stage) {
    return new Deed.MoveDeal(SALES, new StageName(stage), "Ann");
  }

  private static String deal(String stageId, String pipelineId) {
    return """
    {"opportunity": {"id": "deal1", "contactId": "contact1", "pipelineId": "%s",
      "pipelineStageId": "%s", "status": "open"}}
    """
        .formatted(pipelineId, stageId);
  }

  private static String duplicate() {
    return """
    {"statusCode": 400, "message": "Can not create duplicate opportunity for the contact.",
     "code": "OPPORTUNITY_NO_DUPLICATE", "meta": {"existingId": "deal1"}}
    """;
  }

  private static Pipeline.Stage stage(String name) {
    return new Pipeline.Stage(
        new StageName(name),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        "",
        Set.of(),
        false,
        Position.unknown());
  }
}
