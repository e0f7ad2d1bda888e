package dev.interlock.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.time.SandboxClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpportunitiesApiTest {
  private final Sandbox sandbox =
      Sandbox.start(DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1));
  private final Crm crm = Crm.of(sandbox);
  private final String contactId = crm.contact("Ada", "+13015550100");
  private final String pipelineId =
      crm.get("/opportunities/pipelines?locationId=" + DemoWorld.LOCATION_ID)
          .is(200)
          .text("/pipelines/0/id");

  @AfterEach
  void close() {
    sandbox.close();
  }

  private String stageId(String name) {
    return sandbox.world().opportunities().pipelineNamed("Sales").stageNamed(name).id();
  }

  private Crm.Reply create() {
    return crm.post(
        "/opportunities/",
        """
        {"pipelineId": "%s", "locationId": "%s", "name": "Ada", "status": "open",
         "contactId": "%s"}\
        """
            .formatted(pipelineId, DemoWorld.LOCATION_ID, contactId));
  }

  private Crm.Reply move(String id, String stage) {
    return crm.put(
        "/opportunities/" + id,
        "{\"pipelineId\": \"%s\", \"pipelineStageId\": \"%s\"}"
            .formatted(pipelineId, stageId(stage)));
  }

  @Test
  void thePipelineHasItsStagesInOrder() {
    var stages =
        crm.get("/opportunities/pipelines?locationId=" + DemoWorld.LOCATION_ID)
            .body()
            .at("/pipelines/0/stages");

    assertThat(stages.valueStream().map(stage -> stage.path("name").asString()))
        .containsExactlyElementsOf(DemoWorld.STAGES);
    assertThat(stages.valueStream().map(stage -> stage.path("position").asInt()))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void aCardBeginsInTheFirstStage() {
    var created = create().is(201);

    assertThat(created.text("/opportunity/pipelineStageId")).isEqualTo(stageId("New lead"));
    var read = crm.get("/opportunities/" + created.text("/opportunity/id")).is(200);
    assertThat(read.text("/opportunity/contact/name")).isEqualTo("Ada");
  }

  @Test
  void aSecondCardIsRefusedWithTheFirst() {
    var id = create().text("/opportunity/id");

    var refused = create().is(400);

    assertThat(refused.text("/code")).isEqualTo("OPPORTUNITY_NO_DUPLICATE");
    assertThat(refused.text("/meta/existingId")).isEqualTo(id);
  }

  @Test
  void stageAndStatusAreIndependent() {
    var id = create().text("/opportunity/id");

    move(id, "Won").is(200);
    assertThat(crm.get("/opportunities/" + id).text("/opportunity/status")).isEqualTo("open");

    var changed = crm.put("/opportunities/" + id + "/status", "{\"status\": \"lost\"}").is(200);
    assertThat(changed.body().path("succeded").asBoolean()).isTrue();
    assertThat(crm.get("/opportunities/" + id).text("/opportunity/pipelineStageId"))
        .isEqualTo(stageId("Won"));
  }

  @Test
  void allIsAStatusForSearchingOnly() {
    var id = create().text("/opportunity/id");

    crm.put("/opportunities/" + id + "/status", "{\"status\": \"all\"}").is(422);
    var target = "/opportunities/search?location_id=" + DemoWorld.LOCATION_ID;
    assertThat(crm.get(target + "&status=all").is(200).body().path("opportunities")).hasSize(1);
    assertThat(crm.get(target + "&status=won").is(200).body().path("opportunities")).isEmpty();
  }

  @Test
  void cardsAreFoundByContactAndPipeline() {
    var id = create().text("/opportunity/id");

    var found =
        crm.get(
                "/opportunities/search?location_id=%s&contact_id=%s&pipeline_id=%s"
                    .formatted(DemoWorld.LOCATION_ID, contactId, pipelineId))
            .is(200);

    assertThat(found.text("/opportunities/0/id")).isEqualTo(id);
    assertThat(found.body().at("/meta/total").asInt()).isEqualTo(1);
    assertThat(found.text("/meta/startAfterId")).isEqualTo(id);
  }

  @Test
  void anUnknownStageIsRefused() {
    var id = create().text("/opportunity/id");

    crm.put("/opportunities/" + id, "{\"pipelineStageId\": \"nowhere\"}").is(400);
  }

  @Test
  void theTimeOfTheLastMoveTellsOfMovesOnly() {
    var id = create().text("/opportunity/id");
    sandbox.advanceTo(DemoWorld.BEGIN.plusSeconds(60));

    crm.put("/opportunities/" + id, "{\"monetaryValue\": 500}").is(200);
    var read = crm.get("/opportunities/" + id);

    assertThat(read.text("/opportunity/lastStageChangeAt")).isEqualTo("2026-11-02T13:00:00.000Z");
    assertThat(read.text("/opportunity/updatedAt")).isEqualTo("2026-11-02T13:01:00.000Z");
  }

  @Test
  void movesAreRecordedWithTheirAuthor() {
    var id = create().text("/opportunity/id");

    move(id, "Booked");
    move(id, "Engaged");
    move(id, "Contacted");

    var records = sandbox.records();
    assertThat(records.stageMoves())
        .extracting(row -> row.from() + " > " + row.to())
        .containsExactly("New lead > Booked", "Booked > Engaged", "Engaged > Contacted");
    assertThat(records.backwardMoves(By.API, DemoWorld.LAWFUL_RETURNS))
        .extracting(row -> row.to())
        .containsExactly("Contacted");
    assertThat(records.backwardMoves(By.STAFF, DemoWorld.LAWFUL_RETURNS)).isEmpty();
  }

  @Test
  void aDeletedCardIsGone() {
    var id = create().text("/opportunity/id");

    crm.delete("/opportunities/" + id).is(200);

    crm.get("/opportunities/" + id).is(404);
  }
}
