package dev.interlock.app.demo;

import dev.interlock.app.demo.AgencyOutcome.AccountOutcome;
import dev.interlock.app.fleet.Fleet;
import dev.interlock.app.preflight.AccountPlan;
import dev.interlock.app.proof.Proof;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.crm.Read;
import dev.interlock.crm.inventory.Bindings;
import dev.interlock.crm.inventory.Inventory;
import dev.interlock.crm.inventory.Provisioning;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.SandboxAgency;
import dev.interlock.sandbox.SubAccount;
import dev.interlock.sandbox.deviation.Deviation;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.market.Redirect;
import dev.interlock.sandbox.people.People;
import dev.interlock.sandbox.records.AgencyRecords;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.time.SandboxClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// An agency that installs the app for three practices: one lacks a pipeline, tokens expire while
/// runs are under way, and one practice uninstalls and installs again. In one of them a workflow of
/// the CRM's own begins whenever a contract ends.
public final class AgencyDemo implements AutoCloseable {
  private static final List<String> PRACTICES =
      List.of(DemoAgency.RIVERSIDE, DemoAgency.HILLSIDE, DemoAgency.LAKESIDE);
  private static final Duration BEFORE_TOKENS_EXPIRE = Duration.ofHours(3);
  private static final Duration BEFORE_LEAVING = Duration.ofHours(5);
  private static final Duration AWAY = Duration.ofDays(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(6);
  private static final int MOST_LOOKS = 20;

  private final long seed;
  private final int people;
  private final Optional<ZoneId> zone;
  private final ContractSet contracts;
  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final SandboxAgency agency;
  private final Fleet fleet;
  private final Story story;
  private final AgencyWorkflow workflow;
  private final HttpClient browser = HttpClient.newHttpClient();
  private final List<String> problems = new ArrayList<>();

  private AgencyDemo(Demo.Setting setting, Path plugins, UnaryOperator<URI> line) {
    this.seed = setting.invented().seed();
    this.people = setting.invented().people();
    this.zone = setting.invented().zoneToSet();
    this.contracts = setting.contracts().set();
    this.agency =
        SandboxAgency.start(
            DemoAgency.config(clock, seed).deviating(setting.invented().deviations()));
    URI api = line.apply(agency.url());
    agency.modules().listenAt(api);
    this.fleet = Fleet.listen(AgencyServer.plan(setting, plugins, agency, api));
    this.story = new Story(agency, fleet.engine(), fleet::settle);
    this.workflow = new AgencyWorkflow(agency, DemoAgency.RIVERSIDE);
    agency.sendWebhooksTo(URI.create(fleet.url() + "/webhooks/highlevel"));
  }

  /// A demo in which time stands until [#tell(Duration)] moves it.
  ///
  /// @param plugins the folder with the jars of the setting's contracts
  public static AgencyDemo standing(Demo.Setting setting, Path plugins) {
    return standing(setting, plugins, UnaryOperator.identity());
  }

  /// The same.
  ///
  /// @param line where the CRM at an address is reached
  static AgencyDemo standing(Demo.Setting setting, Path plugins, UnaryOperator<URI> line) {
    return new AgencyDemo(setting, plugins, line);
  }

  /// How often the agency's known deviations were run into, of those that it was asked for.
  public Map<Deviation, Long> deviationsMet() {
    return agency.deviationsMet();
  }

  /// Tells the whole story in one go.
  ///
  /// @param longest in the sandbox's time
  public AgencyOutcome tell(Duration longest) throws InterruptedException {
    long began = System.nanoTime();
    arrive(agency.install(Installing.bulk(PRACTICES.toArray(String[]::new))));
    story.tell(Duration.ZERO);
    untilAllAreIn();
    long before = missing();
    fitOut();
    workflow.open(fleet.url());
    long after = missing();
    for (int i = 0; i < PRACTICES.size(); i++) {
      practice(i).invite(People.crowd(seed + i, people));
    }
    story.tell(BEFORE_TOKENS_EXPIRE);
    PRACTICES.forEach(agency::expireTokens);
    story.tell(BEFORE_LEAVING);
    agency.uninstall(DemoAgency.LAKESIDE);
    story.tell(AWAY);
    arrive(agency.install(Installing.into(DemoAgency.LAKESIDE)));
    untilAllAreIn();
    practice(2).invite(People.crowd(seed + PRACTICES.size(), people));
    boolean complete = story.tell(longest);
    untilAllAreIn();
    if (!complete) {
      problems.add("the story was not over in time");
    }
    return outcome(before, after, Duration.ofNanos(System.nanoTime() - began));
  }

  /// A server that runs looks again by itself at what did not come about at once.
  private void untilAllAreIn() throws InterruptedException {
    for (int i = 0; i < MOST_LOOKS && fleet.accounts().size() < PRACTICES.size(); i++) {
      clock.advanceBy(BETWEEN_LOOKS);
      story.tell(Duration.ZERO);
      fleet.look();
    }
  }

  private SubAccount practice(int index) {
    return agency.location(PRACTICES.get(index));
  }

  /// Whoever installs comes back to us with their browser.
  private void arrive(Redirect redirect) throws InterruptedException {
    var page = redirect.to(URI.create(fleet.url() + "/oauth/callback"));
    try {
      var answer = browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        problems.add("an install ended with a page of status " + answer.statusCode());
      }
    } catch (IOException problem) {
      throw new UncheckedIOException("our own page does not answer", problem);
    }
  }

  private Provisioning account(String id) {
    return fleet
        .provisioning(new InstallationId(id))
        .orElseThrow(() -> new IllegalStateException(id + " is not in the fleet"));
  }

  private AccountPlan plan(String id) {
    var account = account(id);
    if (!(account.inventory(AccountPlan.channels(contracts))
        instanceof Read.Got<Inventory>(var inventory))) {
      throw new IllegalStateException("the sandbox does not show what " + id + " has");
    }
    return AccountPlan.of(contracts, inventory, Bindings.none(), account.guide(), Map.of(), zone);
  }

  private long missing() {
    return PRACTICES.stream()
        .map(this::plan)
        .flatMap(plan -> plan.lines().stream())
        .filter(line -> line.state().isOpen())
        .count();
  }

  /// What the API can make is made, and a person makes the pipeline, as the plan tells them.
  private void fitOut() {
    for (String id : PRACTICES) {
      plan(id).creatables().forEach(account(id)::make);
    }
    var world = agency.location(DemoAgency.HILLSIDE).world();
    for (Pipeline pipeline : contracts.operation().pipelines()) {
      var stages = pipeline.stages().stream().map(stage -> stage.name().text()).toList();
      world.change(() -> world.opportunities().addPipeline(pipeline.name().text(), stages));
    }
  }

  private AgencyOutcome outcome(long before, long after, Duration took) {
    AgencyRecords crm = agency.records();
    var accounts = PRACTICES.stream().map(id -> outcome(id, crm.location(id))).toList();
    int duplicates =
        PRACTICES.stream().mapToInt(id -> Proof.duplicates(crm.location(id)).size()).sum();
    int backward =
        PRACTICES.stream().mapToInt(id -> Proof.backward(crm.location(id), contracts).size()).sum();
    long runs = accounts.stream().mapToLong(AccountOutcome::runs).sum();
    int installations = fleet.accounts().size();
    if (installations != PRACTICES.size()) {
      problems.add(
          "the app is at work in " + installations + " of " + PRACTICES.size() + " accounts");
    }
    if (before == 0 || after != 0) {
      problems.add("the plan found " + before + " things missing before, and " + after + " after");
    }
    problems.addAll(workflow.problems(fleet.engine().records()));
    boolean ok =
        problems.isEmpty()
            && runs > 0
            && duplicates == 0
            && backward == 0
            && crm.crossings().isEmpty();
    return new AgencyOutcome(
        ok,
        installations,
        runs,
        crm.crossings().size(),
        PRACTICES.stream().mapToLong(id -> crm.tokenCount(id).refreshed()).sum(),
        before,
        after,
        duplicates,
        backward,
        workflow.begun(),
        Math.round(Duration.between(DemoWorld.BEGIN, crm.takenAt()).toMinutes() / 144.0) / 10.0,
        Math.round(took.toMillis() / 100.0) / 10.0,
        accounts,
        problems);
  }

  private AccountOutcome outcome(String id, SandboxRecords crm) {
    Records records = fleet.engine().records();
    var installation = new InstallationId(id);
    List<RunSummary> runs = records.runs(installation, RunFilter.all(), Integer.MAX_VALUE, 0);
    long withdrawn = runs.stream().filter(AgencyDemo::isWithdrawn).count();
    long open = runs.stream().filter(run -> run.endedAt().isEmpty()).count();
    long unverified = runs.stream().filter(AgencyDemo::isUnverified).count();
    String name = agency.location(id).name();
    if (open > 0) {
      problems.add(open + " runs of " + name + " are not over");
    }
    if (unverified > withdrawn) {
      problems.add(
          unverified
              + " exits of "
              + name
              + " are not as promised, of "
              + withdrawn
              + " withdrawn");
    }
    if (withdrawn == 0) {
      // an account that left and came back knows nothing of deals that stood there before
      problems.addAll(Proof.mistold(crm, records, installation, contracts));
    }
    if (records.attention(installation).size() < unverified) {
      problems.add("not every exit of " + name + " that is not as promised was raised");
    }
    return new AccountOutcome(
        name, id, runs.size(), crm.sentThroughApi().size(), withdrawn, unverified);
  }

  private static boolean isWithdrawn(RunSummary run) {
    return run.exit().filter(exit -> exit.text().equals("withdrawn")).isPresent();
  }

  private static boolean isUnverified(RunSummary run) {
    return run.proof().filter(proof -> proof == ProofState.UNVERIFIED).isPresent();
  }

  /// Where the pages are.
  public URI url() {
    return fleet.url();
  }

  @Override
  public void close() {
    browser.close();
    fleet.close();
    agency.close();
  }
}
