package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.action.CallGuard;
import dev.interlock.app.command.Shell;
import dev.interlock.app.plugin.Acme;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.app.web.Links;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.records.By;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Workflows inside the CRM start contracts.
class ActionTest {
  private static final String BY_API =
      Acme.CONTRACT
          .replace("Events.callMissed;", "Events.startedByApi;")
          .replace("startsWhen(callMissed()", "startsWhen(startedByApi()");

  @TempDir private Path folder;
  @TempDir private Path home;
  private ServedFleet served;

  @BeforeEach
  void serve() {
    var sources = Acme.in(ServedFleet.made(folder.resolve("sources")), BY_API);
    var own = ServedFleet.made(folder.resolve("accounts").resolve(RIVERSIDE));
    var built =
        Shell.with(home).run("build", sources.toString(), "-o", own.resolve("acme.jar").toString());
    assertThat(built.exit()).as(built.err() + built.out()).isZero();
    served = new ServedFleet(folder, SealingKey.random());
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private String person(String account, String email, Map<String, String> more) {
    var fields = new HashMap<>(more);
    fields.put("email", email);
    var world = served.agency().location(account).world();
    world.change(() -> world.contacts().create(fields, person -> person, By.PERSON));
    served.settle();
    return world.contacts().withDetail("email", email).orElseThrow().id();
  }

  private String ada() {
    return person(
        RIVERSIDE, "ada@example.com", Map.of("firstName", "Ada", "phone", "+15550100001"));
  }

  private static String call(String account, String contact, String contract) {
    return """
    {"data": {"contract": "%s"},
     "extras": {"locationId": "%s", "contactId": "%s", "workflowId": "wf-1"},
     "meta": {"key": "start-contract", "version": "1.0"}}
    """
        .formatted(contract, account, contact);
  }

  private HttpResponse<String> acts(String account, String contact, String contract) {
    var answer =
        served.act(call(account, contact, contract), CallGuard.SECRET, ServedFleet.ACTION_SECRET);
    served.settle();
    return answer;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /// Under a white label nobody has heard of the vendor.
  @Test
  void noPageNamesTheVendor() {
    var ada = ada();
    acts(RIVERSIDE, ada, "hello");
    served.agency().uninstall(RIVERSIDE);
    served.settle();

    Map<String, String> pages = Links.pagesFrom(served.fleet().url(), "/");

    assertThat(pages.keySet())
        .contains("/", "/accounts/" + RIVERSIDE + "/contacts/" + ada)
        .hasSizeGreaterThan(8);
    assertThat(pages.get("/accounts/" + RIVERSIDE + "/contacts/" + ada))
        .contains("the CRM&#x27;s workflow wf-1");
    pages.forEach(
        (path, body) -> assertThat(body).as(path).doesNotContainIgnoringCase("highlevel", "GHL"));
  }

  @Test
  void aStepStartsAContractAndGoesOnByWhatCameOfIt() {
    var ada = ada();

    var first = acts(RIVERSIDE, ada, "hello");

    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(json(first).get("branchId").asString()).isEqualTo("started");
    assertThat(served.runs(RIVERSIDE))
        .singleElement()
        .satisfies(
            run -> assertThat(run.run().text()).isEqualTo(json(first).get("run").asString()));
    assertThat(served.get("/accounts/" + RIVERSIDE + "/contacts/" + ada).body())
        .contains("the CRM&#x27;s workflow wf-1");

    var again = acts(RIVERSIDE, ada, "hello");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).get("outcome").asString()).isEqualTo("refused");
    assertThat(json(again).get("reason").asString()).isNotBlank();
    assertThat(served.runs(RIVERSIDE)).hasSize(1);
  }

  @Test
  void whoeverIsNotAdmittedIsRefusedWithTheReason() {
    var bo = person(RIVERSIDE, "bo@example.com", Map.of("firstName", "Bo"));

    var answer = json(acts(RIVERSIDE, bo, "hello"));

    assertThat(answer.get("outcome").asString()).isEqualTo("refused");
    assertThat(answer.get("reason").asString()).contains("there must be a number to ring back");
    assertThat(answer.get("run").asString()).isEmpty();
    assertThat(served.runs(RIVERSIDE)).isEmpty();
  }

  @Test
  void onlyContractsOfTheAccountThatMayBeStartedSoAreStarted() {
    var ada = ada();

    var elsewhere = acts(LAKESIDE, ada, "hello");
    var missing = acts(RIVERSIDE, ada, "tea-time");
    var notSo = acts(LAKESIDE, ada, "missed-call-text-back");
    var nowhere = acts("nowhere", ada, "hello");

    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(json(elsewhere).get("reason").asString()).contains("there is no contract hello");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(notSo.statusCode()).isEqualTo(404);
    assertThat(json(notSo).get("reason").asString()).contains("startedByApi()");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(served.runs(RIVERSIDE)).isEmpty();
    assertThat(served.runs(LAKESIDE)).isEmpty();
  }

  @Test
  void aContactOfAnotherAccountIsNoContactHere() {
    var ada = ada();
    var own = person(LAKESIDE, "cy@example.com", Map.of("firstName", "Cy"));

    var answer = json(acts(RIVERSIDE, own, "hello"));

    assertThat(answer.get("outcome").asString()).isNotEqualTo("started");
    assertThat(served.runs(RIVERSIDE)).isEmpty();
    assertThat(json(acts(RIVERSIDE, ada, "hello")).get("outcome").asString()).isEqualTo("started");
  }

  @Test
  void nobodyWithoutTheSecretIsListenedTo() {
    var call = call(RIVERSIDE, ada(), "hello");

    assertThat(served.act(call).statusCode()).isEqualTo(401);
    assertThat(served.act(call, CallGuard.SECRET, "a secret of sixteeN").statusCode())
        .isEqualTo(401);
    var forged =
        served.act(
            call,
            CallGuard.SECRET,
            ServedFleet.ACTION_SECRET,
            "X-GHL-Signature",
            "A".repeat(86) + "==");
    assertThat(forged.statusCode()).isEqualTo(401);
    served.settle();
    assertThat(served.runs(RIVERSIDE)).isEmpty();
  }

  @Test
  void whatIsNoCallIsToldSo() {
    String[] secret = {CallGuard.SECRET, ServedFleet.ACTION_SECRET};

    assertThat(served.act("{", secret).statusCode()).isEqualTo(400);
    assertThat(served.act("[]", secret).statusCode()).isEqualTo(400);
    assertThat(served.act("{\"data\": {\"contract\": 7}}", secret).statusCode()).isEqualTo(400);
    assertThat(served.act(call(RIVERSIDE, "", "hello"), secret).statusCode()).isEqualTo(400);
    assertThat(served.act(" ".repeat(70_000), secret).statusCode()).isEqualTo(413);
  }
}
