package dev.interlock.sandbox;

import dev.interlock.sandbox.deviation.Deviation;
import dev.interlock.sandbox.http.Backstage;
import dev.interlock.sandbox.http.CrmServer;
import dev.interlock.sandbox.market.Conduct;
import dev.interlock.sandbox.market.Holder;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.market.Marketplace;
import dev.interlock.sandbox.market.Redirect;
import dev.interlock.sandbox.modules.Modules;
import dev.interlock.sandbox.records.AgencyRecords;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.RecordsJson;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.webhooks.AppWebhooks;
import dev.interlock.sandbox.webhooks.Courier;
import dev.interlock.sandbox.webhooks.Webhooks;
import dev.interlock.sandbox.world.Change;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A pretended HighLevel with a whole agency in it: several sub-accounts behind one URL and one
/// clock, and an app of the marketplace that people install, update and remove.
///
/// Each location has its own world, people and records; which one a request reaches depends on the
/// token alone. Time passes as in a [Sandbox].
///
/// ```java
/// var clock = SandboxClock.standingAt(DemoWorld.BEGIN);
/// try (var agency = SandboxAgency.start(DemoAgency.config(clock, 7))) {
///   agency.sendWebhooksTo(URI.create("http://127.0.0.1:8080/webhooks/highlevel"));
///   var redirect = agency.install(Installing.bulk("loc-a", "loc-b"));
///   browser.get(redirect.to(URI.create("http://127.0.0.1:8080/oauth/callback")));
///   agency.runDue();
///   ...
/// }
/// ```
///
/// It is longer than other classes since it is the one door to all that people do in an agency.
public final class SandboxAgency implements Played, AutoCloseable {
  private final AgencyConfig config;
  private final SandboxClock clock;
  private final Courier courier;
  private final Marketplace market;
  private final Modules modules;
  private final CrmServer server;
  private final List<SubAccount> accounts = new CopyOnWriteArrayList<>();
  private final List<Pulse> pulses = new CopyOnWriteArrayList<>();

  private SandboxAgency(AgencyConfig config) {
    this.config = config;
    clock = config.clock();
    courier = new Courier(clock, config.webhooks(), this::wake);
    var news = new AppWebhooks(clock, config.seed(), config.webhooks(), courier);
    market = new Marketplace(config.app(), config.company(), clock, config.seed(), news::tell);
    modules = new Modules(clock, config.seed(), config.company().id(), this::enrol, this::wake);
    server =
        CrmServer.start(
            config.api(), clock, new Stage(), Optional.of(market), Optional.of(modules));
    modules.listenAt(server.url());
  }

  /// Starts an agency with the locations that it has from the beginning.
  public static SandboxAgency start(AgencyConfig config) {
    var agency = new SandboxAgency(config);
    config.locations().forEach(agency::open);
    if (config.clock().isRunning()) {
      agency.startPulses();
    }
    return agency;
  }

  private void startPulses() {
    pulses.add(Pulse.start("agency-people", clock, this::nextActAt, this::actDue));
    pulses.add(Pulse.start("agency-webhooks", clock, courier::nextAt, () -> courier.deliverDue()));
    pulses.add(Pulse.start("agency-modules", clock, modules::nextAt, () -> modules.deliverDue()));
    clock.whenMoved(this::wake);
  }

  private void wake() {
    pulses.forEach(Pulse::wake);
  }

  /// Adds a location. Where the app is to be in all locations that come, it is installed at once.
  public SubAccount open(SubAccountPlan plan) {
    var location = plan.location().inCompany(config.company().id());
    var seed = new Seed(config.seed().about("location", location.id()).nextLong());
    var owned = new SubAccountPlan(location, plan.pipeline(), plan.furnish(), plan.tokens());
    var account = new SubAccount(owned, clock, seed, this::wake);
    Webhooks.of(
        account.world(), seed, config.webhooks(), courier, () -> market.isTold(location.id()));
    account
        .world()
        .watch(change -> {
          if (change instanceof Change.Enrolled(var contact, var workflow, var joined, _, _)
              && joined) {
            modules.joined(location.id(), workflow, contact);
          }
        });
    accounts.add(account);
    server.open(account.world(), seed, plan.tokens());
    // last, since it may tell of an installation, and the app may then ask at once
    market.open(location.id(), location.name());
    return account;
  }

  private void enrol(String locationId, String workflowId, String contactId) {
    var world = location(locationId).world();
    world.change(() ->
        world
            .contacts()
            .find(contactId)
            .ifPresent(_ -> world.workflows().join(workflowId, contactId, By.CRM)));
  }

  /// What the app has in the workflows of all locations.
  public Modules modules() {
    return modules;
  }

  /// How often its known deviations were run into, of those that it was asked for.
  public Map<Deviation, Long> deviationsMet() {
    return config.api().deviations().counts();
  }

  /// Where its API is, without a slash at the end.
  public URI url() {
    return server.url();
  }

  /// The key that its webhooks can be verified with, as a PEM file's text.
  public String publicKeyPem() {
    return config.webhooks().keys().publicKeyPem();
  }

  /// The agency's id.
  public String companyId() {
    return config.company().id();
  }

  @Override
  public SandboxClock clock() {
    return clock;
  }

  /// The location with an id.
  ///
  /// @throws IllegalArgumentException if there is none
  public SubAccount location(String id) {
    return accounts.stream()
        .filter(account -> account.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the agency has no location " + id));
  }

  /// All locations.
  public List<SubAccount> locations() {
    return List.copyOf(accounts);
  }

  /// Sends webhooks to a receiver from now on. What happened before is not told.
  public void sendWebhooksTo(URI receiver) {
    courier.sendTo(receiver);
  }

  /// Has the marketplace behave in another way from now on.
  public void behave(Conduct conduct) {
    market.behave(conduct);
  }

  /// Has somebody install the app, for the first time or again, and tells with what the browser
  /// comes back. The webhooks are on their way; see [Installing] for when.
  public Redirect install(Installing how) {
    how.locations().forEach(this::location);
    var first = how.locations().stream().findFirst().map(this::userOf).orElse("");
    return market.install(how, first);
  }

  private String userOf(String locationId) {
    var world = location(locationId).world();
    return world.ask(() ->
        world.directory().colleagues().stream()
            .findFirst()
            .map(colleague -> colleague.id())
            .orElse(""));
  }

  /// Has somebody remove the app from a location. Its tokens are worth nothing from now on.
  public void uninstall(String locationId) {
    market.uninstall(locationId);
  }

  /// Has somebody remove the app from the whole agency, and so from all its locations.
  public void uninstallEverywhere() {
    market.uninstallEverywhere();
  }

  /// Moves the app to another version, wherever it is installed.
  ///
  /// @param scopes what it asks for from now on, of those who install it anew
  public void update(String versionId, Set<String> scopes) {
    market.update(versionId, scopes);
  }

  /// Moves a location to another plan of the app.
  public void changePlan(String locationId, String newPlanId) {
    market.changePlan(locationId, newPlanId);
  }

  /// Suspends a location: it gets no tokens any more.
  public void suspend(String locationId) {
    market.suspend(locationId, true);
  }

  /// Ends a suspension.
  public void resume(String locationId) {
    market.suspend(locationId, false);
  }

  /// Ends the access tokens of a location before their time. Refresh tokens go on.
  public void expireTokens(String locationId) {
    market.expire(new Holder.Location(locationId));
  }

  /// Ends the company's access tokens before their time. Refresh tokens go on.
  public void expireCompanyTokens() {
    market.expire(new Holder.Company(companyId()));
  }

  @Override
  public Done runRound() {
    return new Done(actDue(), courier.deliverDue() + modules.deliverDue());
  }

  private int actDue() {
    return accounts.stream().mapToInt(SubAccount::actDue).sum();
  }

  @Override
  public Optional<Instant> nextEventAt() {
    return Stream.of(nextActAt(), courier.nextAt(), modules.nextAt())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private Optional<Instant> nextActAt() {
    return accounts.stream()
        .map(SubAccount::nextAt)
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /// Everything that has happened in a location so far, with the requests of its own tokens.
  public SandboxRecords records(String locationId) {
    return records(location(locationId));
  }

  private SandboxRecords records(SubAccount account) {
    var id = account.id();
    return account.records(
        server.requests().stream().filter(row -> row.holder().equals(id)).toList(),
        courier.log().stream()
            .filter(row -> row.locationId().equals(id) && !row.contactId().equals(id))
            .toList());
  }

  /// Everything that has happened so far, in all locations and with the app.
  public AgencyRecords records() {
    var locations = new LinkedHashMap<String, SandboxRecords>();
    accounts.forEach(account -> locations.put(account.id(), records(account)));
    return new AgencyRecords(
        clock.instant(),
        companyId(),
        locations,
        market.installations(),
        market.events(),
        market.tokens(),
        server.requests().stream().filter(row -> !locations.containsKey(row.holder())).toList(),
        server.crossings(),
        courier.log().stream().filter(row -> isAboutTheApp(row.contactId())).toList());
  }

  private boolean isAboutTheApp(String about) {
    return about.equals(companyId())
        || accounts.stream().anyMatch(account -> account.id().equals(about));
  }

  @Override
  public void close() {
    pulses.forEach(Pulse::close);
    server.close();
    courier.close();
    modules.close();
  }

  /// What the agency shows outside of the API.
  private final class Stage implements Backstage {
    @Override
    public byte[] recordsAsJson() {
      return RecordsJson.write(SandboxAgency.this.records());
    }

    @Override
    public Map<String, SandboxRecords> records() {
      var byName = new LinkedHashMap<String, SandboxRecords>();
      accounts.forEach(account -> byName.put(account.name(), SandboxAgency.this.records(account)));
      return byName;
    }

    @Override
    public String publicKeyPem() {
      return SandboxAgency.this.publicKeyPem();
    }

    @Override
    public Optional<Instant> nextEventAt() {
      // not between an act and the webhooks that follow from it, in any location
      Supplier<Optional<Instant>> question = SandboxAgency.this::nextEventAt;
      for (var account : accounts) {
        var inner = question;
        question = () -> account.world().ask(inner);
      }
      return question.get();
    }

    @Override
    public void advanceTo(Instant target) {
      SandboxAgency.this.advanceTo(target);
    }
  }
}
