package dev.interlock.sandbox.market;

import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.MarketApp;
import dev.interlock.sandbox.Receiver;
import dev.interlock.sandbox.SandboxAgency;
import dev.interlock.sandbox.modules.Filter;
import dev.interlock.sandbox.modules.Portal;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.ExecutionRow;
import dev.interlock.sandbox.records.ModuleCallRow;
import dev.interlock.sandbox.time.SandboxClock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The app's trigger and action in the CRM's workflows.
class ModulesTest {
  private final Receiver app = new Receiver();
  private final SandboxAgency agency =
      SandboxAgency.start(DemoAgency.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1));
  private final MarketApp market = new MarketApp(agency);
  private String token = "";
  private String workflow = "";
  private String contact = "";

  @BeforeEach
  void install() {
    token = token(RIVERSIDE);
    agency.modules().enter(new Portal(app.url(), app.url(), Map.of("X-Secret", "s")));
    var world = agency.location(RIVERSIDE).world();
    world.change(() -> {
      workflow = world.workflows().add("Ours", "published").id();
      contact = world.contacts().create(Map.of("firstName", "Ada"), it -> it, By.STAFF).id();
    });
  }

  @AfterEach
  void close() {
    agency.close();
    app.close();
  }

  private String token(String location) {
    var reply = market.redeem(agency.install(Installing.into(location)));
    return reply.body().path("access_token").asString("");
  }

  private List<JsonNode> told() {
    agency.runDue();
    return app.all().stream().map(Receiver.Received::json).toList();
  }

  private int fires(String trigger, String with) {
    var headers =
        with.isEmpty()
            ? Map.of("Content-Type", "application/json")
            : Map.of("Content-Type", "application/json", "Authorization", "Bearer " + with);
    var path = URI.create(agency.modules().targetUrl(trigger)).getPath();
    var body = "{\"contactId\": \"" + contact + "\"}";
    return dev.interlock.sandbox.Crm.at(agency.url(), with)
        .mistaken()
        .call("POST", path, headers, Optional.of(body))
        .status();
  }

  @Test
  void theAppIsToldOfEachTriggerAsTheVendorDoes() {
    var id = agency.modules().add(RIVERSIDE, workflow, Filter.of("exit", "booked"));
    agency.modules().change(id);
    agency.modules().remove(id);

    var told = told();

    assertThat(told).hasSize(3);
    assertThat(told.getFirst())
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"triggerData": {"id": "%s", "key": "contract_ended",
                       "filters": [{"field": "exit", "id": "exit", "operator": "==",
                                    "title": "exit", "type": "select", "value": "booked"}],
                       "eventType": "CREATED", "targetUrl": "%s"},
                     "meta": {"key": "contract_ended", "version": "1.0"},
                     "extras": {"locationId": "%s", "workflowId": "%s", "companyId": "%s"}}
                    """
                        .formatted(
                            id,
                            agency.modules().targetUrl(id),
                            RIVERSIDE,
                            workflow,
                            DemoAgency.COMPANY_ID)));
    assertThat(told)
        .extracting(each -> each.at("/triggerData/eventType").asString())
        .containsExactly("CREATED", "UPDATED", "DELETED");
    assertThat(agency.modules().calls()).extracting(ModuleCallRow::status).containsOnly(200);
  }

  @Test
  void aTriggerFiresByTheTokenOfItsLocationOnly() {
    var id = agency.modules().add(RIVERSIDE, workflow);

    assertThat(fires(id, "")).isEqualTo(401);
    assertThat(fires(id, token(LAKESIDE))).isEqualTo(403);
    assertThat(fires("another", token)).isEqualTo(404);
    assertThat(agency.records(RIVERSIDE).enrolments()).isEmpty();

    assertThat(fires(id, token)).isEqualTo(200);
    assertThat(agency.records(RIVERSIDE).enrolments())
        .singleElement()
        .satisfies(row -> assertThat(row.contactId()).isEqualTo(contact));
    assertThat(agency.modules().executions())
        .extracting(ExecutionRow::status)
        .containsExactly(403, 404, 200);

    agency.modules().refuse(503);
    assertThat(fires(id, token)).isEqualTo(503);
    agency.modules().remove(id);
    assertThat(fires(id, token)).isEqualTo(404);
  }

  @Test
  void whoeverComesIntoAWorkflowWithTheActionStartsAContract() {
    agency.modules().addStep(workflow, "hello");
    var world = agency.location(RIVERSIDE).world();

    world.change(() -> world.workflows().join(workflow, contact, By.STAFF));

    assertThat(told())
        .filteredOn(each -> each.has("data"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.at("/data/contract").asString()).isEqualTo("hello");
          assertThat(each.at("/extras/contactId").asString()).isEqualTo(contact);
          assertThat(each.at("/extras/locationId").asString()).isEqualTo(RIVERSIDE);
        });
  }
}
