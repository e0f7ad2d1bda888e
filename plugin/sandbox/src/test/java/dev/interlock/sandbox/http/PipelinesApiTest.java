package dev.interlock.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.Crm.Reply;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.time.SandboxClock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The vendor's files do not describe these operations, so that only we hold them to anything.
class PipelinesApiTest {
  private static final String PIPELINES = "/opportunities/pipelines";

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final Sandbox sandbox = Sandbox.start(DemoWorld.config(clock, 1));
  private final Crm crm = Crm.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Reply call(String method, String target, String version, String body) {
    var headers =
        Map.of(
            "Authorization",
            "Bearer " + DemoWorld.TOKEN,
            "Version",
            version,
            "Content-Type",
            "application/json");
    return crm.unchecked().call(method, target, headers, Optional.of(body));
  }

  private Reply create(String name, String stages) {
    var body =
        "{\"locationId\": \"%s\", \"name\": \"%s\", \"stages\": [%s]}"
            .formatted(DemoWorld.LOCATION_ID, name, stages);
    return call("POST", PIPELINES, "v3", body);
  }

  private static String stage(String name, int position) {
    return "{\"name\": \"%s\", \"position\": %s}".formatted(name, position);
  }

  @Test
  void aPipelineIsMadeWithItsStagesInOrder() {
    var made = create("Recall", stage("Second", 1) + "," + stage("First", 0)).is(201);

    assertThat(made.text("/pipeline/stages/0/name")).isEqualTo("First");
    var listed = crm.get(PIPELINES + "?locationId=" + DemoWorld.LOCATION_ID).is(200);
    assertThat(listed.text("/pipelines/1/name")).isEqualTo("Recall");
    assertThat(listed.text("/pipelines/1/stages/1/name")).isEqualTo("Second");
    var read = call("GET", PIPELINES + "/" + made.text("/pipeline/id"), "v3", "").is(200);
    assertThat(read.text("/pipeline/name")).isEqualTo("Recall");
  }

  @Test
  void theDatedVersionsDoNotKnowIt() {
    assertThat(call("POST", PIPELINES, "2021-07-28", "{}").is(401).text("/message"))
        .startsWith("This route is not yet supported");
  }

  @Test
  void namesOfPipelinesAndOfStagesAreThereOnce() {
    create("sales", stage("First", 0)).is(400);
    create("Recall", stage("First", 0) + "," + stage("first", 1)).is(422);
    create("Recall", "").is(422);
  }

  @Test
  void probabilitiesAreAllThereOrNone() {
    var body =
        """
        {"locationId": "%s", "name": "Recall", "useOpportunityProbability": true,
         "stages": [{"name": "First", "position": 0}]}\
        """
            .formatted(DemoWorld.LOCATION_ID);

    call("POST", PIPELINES, "v3", body).is(422);
  }

  @Test
  void aStageIsAppendedByWritingAllAgainWithTheirIds() {
    var made = create("Recall", stage("First", 0)).is(201);
    var first = made.text("/pipeline/stages/0/id");
    var body =
        """
        {"name": "Recall", "stages": [{"id": "%s", "name": "First", "position": 0},
         {"name": "Second", "position": 1}]}\
        """
            .formatted(first);

    var changed = call("PUT", PIPELINES + "/" + made.text("/pipeline/id"), "v3", body).is(200);

    assertThat(changed.text("/pipeline/stages/0/id")).isEqualTo(first);
    assertThat(changed.text("/pipeline/stages/1/name")).isEqualTo("Second");
  }

  @Test
  void cardsOfAStageThatIsGoneFallToTheLowest() {
    var contactId = crm.contact("Ada", "+13015550100");
    var made = create("Recall", stage("First", 0) + "," + stage("Second", 1)).is(201);
    var id = made.text("/pipeline/id");
    crm.post(
            "/opportunities/",
            """
            {"pipelineId": "%s", "pipelineStageId": "%s", "locationId": "%s", "name": "Ada",
             "status": "open", "contactId": "%s"}\
            """
                .formatted(
                    id, made.text("/pipeline/stages/1/id"), DemoWorld.LOCATION_ID, contactId))
        .is(201);

    call(
            "PUT",
            PIPELINES + "/" + id,
            "v3",
            "{\"name\": \"Recall\", \"stages\": [" + stage("New", 0) + "]}")
        .is(200);

    assertThat(sandbox.records().contacts().getFirst().cardIn("Recall"))
        .hasValueSatisfying(card -> assertThat(card.stage()).isEqualTo("New"));
  }

  @Test
  void whatTheCrmFillsInItselfIsRefused() {
    var id = create("Recall", stage("First", 0)).is(201).text("/pipeline/id");
    var body = "{\"name\": \"Recall\", \"dateAdded\": \"x\", \"stages\": [" + stage("A", 0) + "]}";

    call("PUT", PIPELINES + "/" + id, "v3", body).is(422);
    call("GET", PIPELINES + "/unknown", "v3", "").is(404);
  }
}
