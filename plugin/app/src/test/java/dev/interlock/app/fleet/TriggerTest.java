package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.action.CallGuard;
import dev.interlock.app.command.Shell;
import dev.interlock.app.plugin.Acme;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.store.Subscriptions.Heard;
import dev.interlock.engine.store.Subscriptions.Subscription;
import dev.interlock.engine.store.Tables;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.modules.Filter;
import dev.interlock.sandbox.modules.Modules;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.ExecutionRow;
import dev.interlock.sandbox.records.ModuleCallRow;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Workflows inside the CRM begin when contracts end.
class TriggerTest {
  private static final String[] SECRET = {CallGuard.SECRET, ServedFleet.ACTION_SECRET};
  private static final InstallationId HERE = new InstallationId(RIVERSIDE);
  private static final String TARGET =
      "https://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/abc/t1";
  private static final String BY_BOTH =
      Acme.CONTRACT
          .replace(
              "Events.callMissed;",
              "Events.callMissed;\nimport static dev.interlock.contract.dsl.Events.either;\n"
                  + "import static dev.interlock.contract.dsl.Events.startedByApi;")
          .replace("startsWhen(callMissed()", "startsWhen(either(callMissed(), startedByApi())");

  @TempDir private Path folder;
  @TempDir private Path home;
  private final SealingKey key = SealingKey.random();
  @AutoClose private ServedFleet served;

  @BeforeEach
  void serve() {
    var sources = Acme.in(ServedFleet.made(folder.resolve("sources")), BY_BOTH);
    var own = ServedFleet.made(folder.resolve("accounts").resolve(RIVERSIDE));
    var built =
        Shell.with(home).run("build", sources.toString(), "-o", own.resolve("acme.jar").toString());
    assertThat(built.exit()).as(built.err() + built.out()).isZero();
    served = new ServedFleet(folder, key);
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
  }

  private Modules modules() {
    return served.agency().modules();
  }

  private String workflow(String account, String name) {
    var made = new ArrayList<String>();
    var world = served.agency().location(account).world();
    world.change(() -> made.add(world.workflows().add(name, "published").id()));
    return made.getFirst();
  }

  private List<String> members(String account, String workflow) {
    return served.agency().records(account).enrolments().stream()
        .filter(row -> row.workflowId().equals(workflow))
        .map(row -> row.contactId())
        .toList();
  }

  private List<Subscription> subscriptions() {
    return served.fleet().engine().ask((Tables tables) -> tables.subscriptions().of(HERE));
  }

  private List<String> attention() {
    return served.fleet().engine().records().attention(HERE).stream()
        .map(AttentionLine::words)
        .toList();
  }

  private ModuleCallRow lastCall() {
    return modules().calls().getLast();
  }

  private HttpResponse<String> tells(String json) {
    return served.post("/triggers/subscription", json, SECRET);
  }

  private HttpResponse<String> tells(String event, String filters, String target) {
    return tells(told(RIVERSIDE, event, filters, target));
  }

  private static String told(String account, String event, String filters, String target) {
    return """
    {"triggerData": {"id": "t1", "key": "contract_ended", "filters": %s, "eventType": "%s",
                     "targetUrl": "%s"},
     "meta": {"key": "contract_ended", "version": "1.0"},
     "extras": {"locationId": "%s", "workflowId": "wf-1", "companyId": "c"}}
    """
        .formatted(filters, event, target, account);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void aWorkflowBeginsWhenAContractEnds() {
    String workflow = workflow(RIVERSIDE, "After a hello");
    String trigger =
        modules()
            .add(RIVERSIDE, workflow, Filter.of("contract", "hello"), Filter.of("exit", "noted"));
    served.settle();
    assertThat(lastCall().status()).as(lastCall().answer()).isEqualTo(200);
    assertThat(modules().executions()).isEmpty();

    var contact = served.somebodyCalls(RIVERSIDE);

    var run = served.runs(RIVERSIDE).getFirst().run();
    assertThat(modules().executions()).hasSize(1);
    ExecutionRow fired = modules().executions().getFirst();
    assertThat(fired.status()).isEqualTo(200);
    assertThat(fired.triggerId()).isEqualTo(trigger);
    assertThat(fired.payload())
        .containsEntry("id", run + "/" + trigger)
        .containsEntry("contract", "hello")
        .containsEntry("exit", "noted")
        .containsEntry("meaning", "It is written down.")
        .containsEntry("contactId", contact.text())
        .containsEntry("locationId", RIVERSIDE)
        .containsKey("endedAt")
        .doesNotContainKey("opportunityId");
    assertThat(members(RIVERSIDE, workflow)).containsExactly(contact.text());
    served.passes(Duration.ofDays(2));
    assertThat(modules().executions()).hasSize(1);
    assertThat(served.agency().records().crossings()).isEmpty();
  }

  @Test
  void oneWorkflowStartsAContractAndItsEndStartsAnother() {
    String first = workflow(RIVERSIDE, "Says hello");
    String second = workflow(RIVERSIDE, "After a hello");
    modules().addStep(first, "hello");
    modules().add(RIVERSIDE, second, Filter.of("contract", "hello"));
    served.settle();
    var world = served.agency().location(RIVERSIDE).world();
    world.change(() ->
        world
            .contacts()
            .create(
                Map.of("firstName", "Ada", "phone", "+15550100077"), person -> person, By.PERSON));
    served.settle();
    String ada = world.contacts().withDetail("phone", "+15550100077").orElseThrow().id();

    world.change(() -> world.workflows().join(first, ada, By.STAFF));
    served.settle();

    assertThat(modules().calls())
        .filteredOn(row -> row.what().equals("ACTION"))
        .singleElement()
        .satisfies(row -> assertThat(row.answer()).contains("started"));
    assertThat(members(RIVERSIDE, second)).containsExactly(ada);
  }

  @Test
  void onlyTheTriggersOfTheAccountWithTheRightChoiceFire() {
    String here = workflow(RIVERSIDE, "Here");
    String there = workflow(LAKESIDE, "There");
    modules().add(RIVERSIDE, here, Filter.of("exit", "withdrawn"));
    modules().add(RIVERSIDE, here, Filter.of("contract", "tea-time"));
    String any = modules().add(RIVERSIDE, here);
    modules().add(LAKESIDE, there);
    served.settle();

    served.somebodyCalls(RIVERSIDE);

    assertThat(modules().executions()).extracting(ExecutionRow::triggerId).containsExactly(any);
  }

  @Test
  void aTriggerThatIsChangedOrRemovedIsHeeded() {
    String workflow = workflow(RIVERSIDE, "Here");
    String trigger = modules().add(RIVERSIDE, workflow, Filter.of("exit", "withdrawn"));
    served.settle();
    modules().change(trigger, Filter.of("exit", "noted"));
    served.somebodyCalls(RIVERSIDE);
    assertThat(modules().executions()).hasSize(1);

    modules().remove(trigger);
    served.settle();
    assertThat(lastCall().status()).isEqualTo(200);
    served.somebodyCalls(RIVERSIDE);
    assertThat(modules().executions()).hasSize(1);
    assertThat(subscriptions()).extracting(Subscription::heard).containsExactly(Heard.DELETED);
  }

  @Test
  void whatCannotBeToldNowIsToldLaterAlsoAfterARestart() {
    modules().add(RIVERSIDE, workflow(RIVERSIDE, "Here"));
    served.settle();
    modules().refuse(503, 503, 429);
    var contact = served.somebodyCalls(RIVERSIDE);
    served.stop();
    served.start(key);

    served.passes(Duration.ofMinutes(10));

    assertThat(modules().executions().getLast().status()).isEqualTo(200);
    assertThat(modules().executions())
        .extracting(row -> row.payload().get("contactId"))
        .hasSize(4)
        .containsOnly(contact.text());
    assertThat(modules().executions())
        .extracting(row -> row.payload().get("id"))
        .containsOnly(modules().executions().getFirst().payload().get("id"));
    assertThat(attention()).isEmpty();
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnceAndThenItIsForGood() {
    modules().add(RIVERSIDE, workflow(RIVERSIDE, "Here"));
    served.settle();
    modules().refuse(401);
    served.somebodyCalls(RIVERSIDE);
    assertThat(modules().executions()).extracting(ExecutionRow::status).containsExactly(401, 200);
    assertThat(attention()).isEmpty();

    modules().refuse(401, 401);
    served.somebodyCalls(RIVERSIDE);
    served.passes(Duration.ofHours(1));

    assertThat(modules().executions())
        .extracting(ExecutionRow::status)
        .containsExactly(401, 200, 401, 401);
    assertThat(attention()).singleElement().asString().contains("does not accept our token");
  }

  @Test
  void whatIsRefusedForGoodIsRaisedForAPerson() {
    modules().add(RIVERSIDE, workflow(RIVERSIDE, "Here"));
    served.settle();
    modules().refuse(400);

    served.somebodyCalls(RIVERSIDE);

    assertThat(attention()).singleElement().asString().contains("hello ended with noted");
    served.passes(Duration.ofDays(2));
    assertThat(modules().executions()).hasSize(1);
    assertThat(served.get("/accounts/" + RIVERSIDE + "/").body()).contains("was not told that");
  }

  @Test
  void whatWasRefusedIsToldAgainByACommand() {
    modules().add(RIVERSIDE, workflow(RIVERSIDE, "Here"));
    served.settle();
    modules().refuse(400);
    served.somebodyCalls(RIVERSIDE);
    var run = served.runs(RIVERSIDE).getFirst().run().text();

    var shown = order("retry-endings");
    assertThat(shown.out()).contains(run, "hello ended with noted", "is told again");
    assertThat(shown.err()).contains("Nothing has been ordered yet.");
    served.settle();
    assertThat(modules().executions()).hasSize(1);

    var done = order("retry-endings", run, "--by", "Ben", "--yes");
    served.settle();

    assertThat(done.exit()).as(done.err() + done.out()).isZero();
    assertThat(modules().executions()).extracting(ExecutionRow::status).containsExactly(400, 200);
    assertThat(attention()).isEmpty();
    assertThat(order("retry-endings").out()).contains("Every workflow of the CRM");
    assertThat(order("retry-endings", run, "--yes").exit()).isEqualTo(2);
    assertThat(explained()).contains("was not told of this end", "Ben had the CRM's workflow");
  }

  @Test
  void whatWasRefusedCanBeLetBe() {
    modules().add(RIVERSIDE, workflow(RIVERSIDE, "Here"));
    served.settle();
    modules().refuse(400);
    served.somebodyCalls(RIVERSIDE);

    var done = order("retry-endings", "--let-be", "--yes", "--json");
    served.passes(Duration.ofDays(1));

    assertThat(done.out()).contains("\"outcome\" : \"done\"");
    assertThat(modules().executions()).hasSize(1);
    assertThat(attention()).isEmpty();
  }

  private Shell.Said order(String... arguments) {
    var all = new ArrayList<>(List.of("order"));
    all.addAll(List.of(arguments));
    return shell().run(all.toArray(String[]::new));
  }

  private String explained() {
    return shell().run("explain", served.runs(RIVERSIDE).getFirst().contact().text()).out();
  }

  private Shell shell() {
    return Shell.with(home)
        .set("INTERLOCK_DATA_DIR", folder.resolve("data"))
        .set("INTERLOCK_HIGHLEVEL_LOCATION_ID", RIVERSIDE)
        .set("INTERLOCK_PORT", served.fleet().url().getPort());
  }

  @Test
  void nothingIsToldOfAnAccountThatUninstalledTheApp() {
    modules().add(RIVERSIDE, workflow(RIVERSIDE, "Here"));
    served.settle();
    modules().refuse(503);
    served.somebodyCalls(RIVERSIDE);
    int before = modules().executions().size();
    served.agency().uninstall(RIVERSIDE);

    served.passes(Duration.ofDays(1));

    assertThat(modules().executions()).hasSize(before);
    assertThat(attention()).isEmpty();
    assertThat(tells("CREATED", "[]", TARGET).statusCode()).isEqualTo(404);
    assertThat(tells("DELETED", "[]", TARGET).statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyWithoutTheSecretIsListenedTo() {
    var call = told(RIVERSIDE, "CREATED", "[]", TARGET);

    assertThat(served.post("/triggers/subscription", call).statusCode()).isEqualTo(401);
    assertThat(
            served
                .post("/triggers/subscription", call, CallGuard.SECRET, "a secret of sixteeN")
                .statusCode())
        .isEqualTo(401);
    var forged =
        served.post(
            "/triggers/subscription",
            call,
            CallGuard.SECRET,
            ServedFleet.ACTION_SECRET,
            "X-GHL-Signature",
            "A".repeat(86) + "==");
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(served.get("/triggers/options").statusCode()).isEqualTo(401);
    assertThat(served.get("/actions/options").statusCode()).isEqualTo(401);
    assertThat(subscriptions()).isEmpty();
  }

  @Test
  void whatIsNoCallIsToldSo() {
    assertThat(tells("{").statusCode()).isEqualTo(400);
    assertThat(tells("[]").statusCode()).isEqualTo(400);
    assertThat(tells("{\"triggerData\": 7}").statusCode()).isEqualTo(400);
    assertThat(tells("RENAMED", "[]", TARGET).statusCode()).isEqualTo(400);
    assertThat(tells("created", "[]", TARGET).statusCode()).isEqualTo(400);
    assertThat(
            tells(told(RIVERSIDE, "CREATED", "[]", TARGET).replace("\"t1\"", "\"\"")).statusCode())
        .isEqualTo(400);
    assertThat(
            tells(
                    told(RIVERSIDE, "CREATED", "[]", TARGET)
                        .replace("\"t1\"", "\"" + "t".repeat(201) + "\""))
                .statusCode())
        .isEqualTo(400);
    assertThat(tells(told("nowhere", "CREATED", "[]", TARGET)).statusCode()).isEqualTo(404);
    assertThat(tells(" ".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(subscriptions()).isEmpty();
  }

  @Test
  void aTriggerThatIsNotUnderstoodIsKeptWithTheReasonAndNeverFires() {
    var operator =
        tells(
            "CREATED",
            "[{\"field\": \"exit\", \"operator\": \"contains\", \"value\": \"n\"}]",
            TARGET);
    assertThat(operator.statusCode()).isEqualTo(422);
    assertThat(json(operator).get("reason").asString()).contains("'contains'").contains("'exit'");

    var field =
        tells("UPDATED", "[{\"field\": \"mood\", \"operator\": \"==\", \"value\": \"n\"}]", TARGET);
    assertThat(json(field).get("reason").asString()).contains("no filter 'mood'");

    var elsewhere =
        tells("UPDATED", "[]", "https://evil.example/workflows-marketplace/triggers/execute/a");
    assertThat(elsewhere.statusCode()).isEqualTo(422);
    assertThat(json(elsewhere).get("reason").asString()).contains("targetUrl");

    assertThat(tells("UPDATED", "\"all\"", TARGET).statusCode()).isEqualTo(422);
    served.somebodyCalls(RIVERSIDE);
    assertThat(modules().executions()).isEmpty();
    assertThat(subscriptions())
        .singleElement()
        .satisfies(each -> assertThat(each.fault()).contains("filters are no list"));
  }

  @Test
  void thePageAndTheCommandShowWhichWorkflowWaitsForWhat() {
    modules().add(RIVERSIDE, "wf-a", Filter.of("contract", "hello"), Filter.of("exit", "noted"));
    modules().add(RIVERSIDE, "wf-b");
    served.settle();

    assertThat(served.get("/").body())
        // a card has as many parts as its style has rows
        .containsPattern("<div>\\s*<p class=\"details\">Workflows of the CRM that begin")
        .contains("hello ending with noted</span> <code>wf-a</code>")
        .contains("any contract ending by any exit</span> <code>wf-b</code>")
        .doesNotContain("Never begins");
    assertThat(accounts().out())
        .contains("the CRM's workflow wf-a waits for hello ending with noted");

    modules().add(RIVERSIDE, "wf-c", Filter.of("contract", "tea-time"));
    modules().add(RIVERSIDE, "wf-d", Filter.of("mood", "good"));
    served.settle();
    assertThat(served.get("/").body())
        .contains("Never begins: nothing of that name is live here.")
        .contains("Never begins: there is no filter");
    var said = accounts();
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("never begins: there is no filter 'mood'");
  }

  private Shell.Said accounts() {
    return Shell.with(home).run("accounts", "--data", folder.resolve("data").toString());
  }

  @Test
  void filtersAreUnderstoodInAllTheFormsThatMeanOneThing() {
    tells(
        "CREATED",
        """
        [{"field": "contract", "operator": "==", "value": ["hello", {"label": "B", "value": "b"}]},
         {"id": "exit", "operator": "Is any of", "value": "noted"},
         {"field": "exit", "value": ""}]
        """,
        TARGET);

    assertThat(subscriptions())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.fault()).isEmpty();
          assertThat(each.contracts()).hasToString("[hello, b]");
          assertThat(each.exits()).hasToString("[noted]");
        });
  }

  @Test
  void whatComesAfterADeletionIsHeldToBeOlderForAMinute() {
    assertThat(tells("DELETED", "[]", TARGET).statusCode()).isEqualTo(200);

    var late = tells("CREATED", "[]", TARGET);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(tells("UPDATED", "[]", TARGET).statusCode()).isEqualTo(409);
    assertThat(subscriptions()).extracting(Subscription::heard).containsExactly(Heard.DELETED);

    served.passes(Duration.ofMinutes(1));
    assertThat(tells("CREATED", "[]", TARGET).statusCode()).isEqualTo(200);
    assertThat(subscriptions()).extracting(Subscription::heard).containsExactly(Heard.CREATED);
  }

  @Test
  void aCreationThatComesAfterAChangeIsOlder() {
    String chosen = "[{\"field\": \"exit\", \"operator\": \"==\", \"value\": \"noted\"}]";
    tells("UPDATED", chosen, TARGET);

    var older = tells("CREATED", "[]", TARGET);

    assertThat(older.statusCode()).isEqualTo(200);
    assertThat(json(older).get("outcome").asString()).isEqualTo("known");
    assertThat(subscriptions())
        .singleElement()
        .satisfies(each -> assertThat(each.exits()).hasToString("[noted]"));
  }

  @Test
  void theActionOffersWhatMayBeStartedSo() {
    var here = served.get("/actions/options?locationId=" + RIVERSIDE, SECRET);
    var there = served.get("/actions/options?locationId=" + LAKESIDE, SECRET);
    var dynamic =
        served.post(
            "/actions/options", "{\"extras\": {\"locationId\": \"" + RIVERSIDE + "\"}}", SECRET);

    assertThat(here.body()).isEqualTo("{\"options\":[{\"label\":\"Hello\",\"value\":\"hello\"}]}");
    assertThat(there.body()).doesNotContain("hello").doesNotContain("missed-call-text-back");
    assertThat(json(dynamic).at("/inputs/0/fields/0/options/0/value").asString())
        .isEqualTo("hello");
    assertThat(json(dynamic).at("/inputs/0/fields/0/field").asString()).isEqualTo("contract");
  }

  @Test
  void theTriggerOffersContractsAndTheirExits() {
    var exits = served.get("/triggers/options?field=exit&locationId=" + RIVERSIDE, SECRET);
    var dynamic =
        json(
            served.post(
                "/triggers/options",
                "{\"data\": {\"contract\": \"missed-call-text-back\"}, \"extras\": {\"locationId\": \""
                    + LAKESIDE
                    + "\"}}",
                SECRET));

    assertThat(exits.body()).contains("\"noted\"").contains("\"withdrawn\"").doesNotContain("cold");
    assertThat(
            dynamic
                .at("/filters/0/options")
                .valueStream()
                .map(each -> each.get("value").asString()))
        .contains("missed-call-text-back")
        .doesNotContain("hello");
    assertThat(dynamic.at("/filters/1/field").asString()).isEqualTo("exit");
    assertThat(dynamic.at("/filters/1/options").size()).isGreaterThan(3);
  }

  @Test
  void anAccountThatIsNotNamedIsShownNothingThatAnotherHasOfItsOwn() {
    assertThat(served.get("/triggers/options?field=contract", SECRET).body())
        .isEqualTo("{\"options\":[]}");
    assertThat(served.get("/triggers/options?locationId=nowhere", SECRET).statusCode())
        .isEqualTo(404);
  }
}
