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
import dev.interlock.engine.store.Subscriptions.Subscription;
import dev.interlock.engine.store.Tables;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.modules.Modules;
import dev.interlock.sandbox.records.ModuleCallRow;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two accounts that have installed the app, in one of which a contract can be started by a
/// workflow of the CRM, and workflows can wait for its end.
final class ServedTriggers implements AutoCloseable {
  static final String[] SECRET = {CallGuard.SECRET, ServedFleet.ACTION_SECRET};
  static final String TARGET =
      "https://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/abc/t1";
  private static final InstallationId HERE = new InstallationId(RIVERSIDE);
  private static final String BY_BOTH =
      Acme.CONTRACT
          .replace(
              "Events.callMissed;",
              "Events.callMissed;\nimport static dev.interlock.contract.dsl.Events.either;\n"
                  + "import static dev.interlock.contract.dsl.Events.startedByApi;")
          .replace("startsWhen(callMissed()", "startsWhen(either(callMissed(), startedByApi())");

  private final Path folder;
  private final Path home;
  private final SealingKey key = SealingKey.random();
  private final ServedFleet served;

  ServedTriggers(Path folder, Path home) {
    this.folder = folder;
    this.home = home;
    var sources = Acme.in(ServedFleet.made(folder.resolve("sources")), BY_BOTH);
    var own = ServedFleet.made(folder.resolve("accounts").resolve(RIVERSIDE));
    var built =
        Shell.with(home).run("build", sources.toString(), "-o", own.resolve("acme.jar").toString());
    assertThat(built.exit()).as(built.err() + built.out()).isZero();
    served = new ServedFleet(folder, key);
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
  }

  ServedFleet served() {
    return served;
  }

  SealingKey key() {
    return key;
  }

  Modules modules() {
    return served.agency().modules();
  }

  String workflow(String account, String name) {
    var made = new ArrayList<String>();
    var world = served.agency().location(account).world();
    world.change(() -> made.add(world.workflows().add(name, "published").id()));
    return made.getFirst();
  }

  List<String> members(String account, String workflow) {
    return served.agency().records(account).enrolments().stream()
        .filter(row -> row.workflowId().equals(workflow))
        .map(row -> row.contactId())
        .toList();
  }

  List<Subscription> subscriptions() {
    return served.fleet().engine().ask((Tables tables) -> tables.subscriptions().of(HERE));
  }

  List<String> attention() {
    return served.fleet().engine().records().attention(HERE).stream()
        .map(AttentionLine::words)
        .toList();
  }

  ModuleCallRow lastCall() {
    return modules().calls().getLast();
  }

  HttpResponse<String> tells(String json) {
    return served.post("/triggers/subscription", json, SECRET);
  }

  HttpResponse<String> tells(String event, String filters, String target) {
    return tells(told(RIVERSIDE, event, filters, target));
  }

  static String told(String account, String event, String filters, String target) {
    return """
    {"triggerData": {"id": "t1", "key": "contract_ended", "filters": %s, "eventType": "%s",
                     "targetUrl": "%s"},
     "meta": {"key": "contract_ended", "version": "1.0"},
     "extras": {"locationId": "%s", "workflowId": "wf-1", "companyId": "c"}}
    """
        .formatted(filters, event, target, account);
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  Shell.Said order(String... arguments) {
    var all = new ArrayList<>(List.of("order"));
    all.addAll(List.of(arguments));
    return shell().run(all.toArray(String[]::new));
  }

  String explained() {
    return shell().run("explain", served.runs(RIVERSIDE).getFirst().contact().text()).out();
  }

  private Shell shell() {
    return Shell.with(home)
        .set("INTERLOCK_DATA_DIR", folder.resolve("data"))
        .set("INTERLOCK_HIGHLEVEL_LOCATION_ID", RIVERSIDE)
        .set("INTERLOCK_PORT", served.fleet().url().getPort());
  }

  Shell.Said accounts() {
    return Shell.with(home).run("accounts", "--data", folder.resolve("data").toString());
  }

  @Override
  public void close() {
    served.close();
  }
}
