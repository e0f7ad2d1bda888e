package dev.interlock.app.fleet;

import dev.interlock.app.action.CallGuard;
import dev.interlock.app.plugin.LibraryJar;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.app.settings.MarketSettings;
import dev.interlock.app.settings.Retention;
import dev.interlock.app.settings.ServerSettings;
import dev.interlock.app.wiring.Stage;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.highlevel.oauth.AppKeys;
import dev.interlock.crm.highlevel.webhook.WebhookKeys;
import dev.interlock.crm.highlevel.webhook.WebhookSignature;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.engine.EngineConfig;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.rounds.Looking;
import dev.interlock.sandbox.AgencyConfig;
import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.SandboxAgency;
import dev.interlock.sandbox.market.Redirect;
import dev.interlock.sandbox.modules.Portal;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.DeliveryRow;
import dev.interlock.sandbox.time.SandboxClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A server for all accounts of an app, on real HTTP, and an agency as its CRM. Time stands.
final class ServedFleet implements AutoCloseable {
  static final String ACTION_SECRET = "a secret of sixteen";

  private final Path folder;
  private final AgencyConfig config;
  private final SandboxAgency agency;
  private final HttpClient client = HttpClient.newHttpClient();
  private Fleet fleet;
  private int people;
  private Optional<Duration> eraseAfter = Optional.empty();
  private volatile Duration ahead = Duration.ZERO;

  ServedFleet(Path folder, SealingKey key) {
    this(folder, key, agency -> agency);
  }

  /// @param changed how the agency differs from the demo's
  ServedFleet(Path folder, SealingKey key, UnaryOperator<AgencyConfig> changed) {
    this.folder = folder;
    this.config = changed.apply(DemoAgency.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1));
    this.agency = SandboxAgency.start(config);
    LibraryJar.in(made(folder.resolve("plugins")));
    this.fleet = listening(key);
  }

  private Fleet listening(SealingKey key) {
    var fresh = Fleet.listen(plan(key));
    agency.sendWebhooksTo(URI.create(fresh.url() + "/webhooks/highlevel"));
    agency
        .modules()
        .enter(
            new Portal(
                URI.create(fresh.url() + "/triggers/subscription"),
                URI.create(fresh.url() + "/actions/start"),
                Map.of(CallGuard.SECRET, ACTION_SECRET)));
    return fresh;
  }

  FleetPlan plan(SealingKey key) {
    try {
      Path pem = Files.writeString(folder.resolve("webhook-key.pem"), agency.publicKeyPem());
      return new FleetPlan(
          new ServerSettings("127.0.0.1", 0, Optional.empty()),
          new MarketSettings(
              ApiConfig.at(agency.url()),
              new AppKeys(DemoAgency.CLIENT_ID, DemoAgency.CLIENT_SECRET, ""),
              WebhookKeys.fromFile(pem),
              key,
              Optional.of(ACTION_SECRET)),
          folder.resolve("data"),
          folder.resolve("plugins"),
          folder.resolve("accounts"),
          Map.of(),
          EngineConfig.usual().with(Pace.unlimited()).with(Looking.never()),
          () -> agency.clock().instant().plus(ahead),
          Stage.real(),
          Set.of(),
          new Retention(eraseAfter));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// From the next start on, what is stored of an account is erased that long after it left.
  void erasesAfter(Duration span) {
    eraseAfter = Optional.of(span);
  }

  /// The clock of the server's machine is set, and is that far ahead of the agency's.
  void isAhead(Duration span) {
    ahead = span;
  }

  SandboxAgency agency() {
    return agency;
  }

  Fleet fleet() {
    return fleet;
  }

  void stop() {
    fleet.close();
  }

  void start(SealingKey key) {
    startUnread(key);
    fleet.look();
  }

  /// Starts, and has looked at no account yet.
  void startUnread(SealingKey key) {
    fleet = listening(key);
  }

  /// A person's browser comes back from an install.
  HttpResponse<String> arrive(Redirect redirect) {
    return get("/oauth/callback?code=" + redirect.code());
  }

  HttpResponse<String> get(String address) {
    return ask(HttpRequest.newBuilder(URI.create(fleet.url() + address)).build());
  }

  HttpResponse<String> order(String json) {
    return ask(
        HttpRequest.newBuilder(URI.create(fleet.url() + "/orders"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  /// A step of a workflow in the CRM asks for something, with these headers.
  HttpResponse<String> act(String json, String... headers) {
    return post("/actions/start", json, headers);
  }

  /// Somebody asks for something, with these headers.
  HttpResponse<String> get(String address, String[] headers) {
    return ask(HttpRequest.newBuilder(URI.create(fleet.url() + address)).headers(headers).build());
  }

  /// The CRM tells something, with these headers.
  HttpResponse<String> post(String address, String json, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(fleet.url() + address))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return ask(request.build());
  }

  /// The CRM tells something that is in nobody's world, signed like everything that it tells.
  HttpResponse<String> tell(String json) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    return post(
        "/webhooks/highlevel", json, WebhookSignature.HEADER, config.webhooks().keys().sign(bytes));
  }

  private HttpResponse<String> ask(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// A new person calls an account in vain.
  ContactId somebodyCalls(String account) {
    people++;
    String phone = "+1555010000" + people;
    var world = agency.location(account).world();
    world.change(() ->
        world
            .contacts()
            .create(
                Map.of("firstName", "Pat " + people, "phone", phone), person -> person, By.PERSON));
    settle();
    var contact = world.contacts().withDetail("phone", phone).orElseThrow().id();
    world.change(() -> world.conversations().missCall(contact, false));
    passes(Duration.ofMinutes(5));
    return new ContactId(contact);
  }

  /// How webhooks are answered that the CRM sends when somebody calls.
  List<Integer> answersToACall(String account) {
    int before = deliveries(account).size();
    somebodyCalls(account);
    List<DeliveryRow> all = deliveries(account);
    return all.subList(before, all.size()).stream().map(DeliveryRow::answer).toList();
  }

  private List<DeliveryRow> deliveries(String account) {
    return agency.records().location(account).deliveries();
  }

  List<RunSummary> runs(String account) {
    return fleet
        .engine()
        .records()
        .runs(new InstallationId(account), RunFilter.all(), Integer.MAX_VALUE, 0);
  }

  void passes(Duration span) {
    var end = agency.clock().instant().plus(span);
    settle();
    for (var next = next(); next.filter(end::isAfter).isPresent(); next = next()) {
      next.ifPresent(agency.clock()::advanceTo);
      settle();
    }
    agency.clock().advanceTo(end);
    settle();
  }

  /// Everything that is due is done.
  void settle() {
    try {
      do {
        agency.runDue();
        fleet.settle();
      } while (agency
          .nextEventAt()
          .filter(due -> !due.isAfter(agency.clock().instant()))
          .isPresent());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private Optional<Instant> next() {
    return Stream.of(agency.nextEventAt(), fleet.engine().nextAlarm())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  @Override
  public void close() {
    client.close();
    fleet.close();
    agency.close();
  }
}
