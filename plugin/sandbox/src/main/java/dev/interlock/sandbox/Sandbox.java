package dev.interlock.sandbox;

import dev.interlock.sandbox.deviation.Deviating;
import dev.interlock.sandbox.deviation.Deviation;
import dev.interlock.sandbox.http.Backstage;
import dev.interlock.sandbox.http.CrmServer;
import dev.interlock.sandbox.http.SandboxToken;
import dev.interlock.sandbox.people.People;
import dev.interlock.sandbox.records.RecordsJson;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.webhooks.Courier;
import dev.interlock.sandbox.webhooks.Webhooks;
import dev.interlock.sandbox.world.World;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A pretended HighLevel: its API on a loopback port, its webhooks, and people in it.
///
/// It is one sub-account; a [SandboxAgency] has several, and an app that is installed by OAuth.
///
/// With a standing clock nothing happens by itself. A driver calls [#runDue()], lets the engine
/// finish, and moves the clock to the earlier of [#nextEventAt()] and the engine's next timer; or
/// leaves that to a [Storyteller]. With a running clock everything happens in time, by itself.
///
/// ```java
/// var clock = SandboxClock.standingAt(DemoWorld.BEGIN);
/// try (var sandbox = Sandbox.start(DemoWorld.config(clock, 7))) {
///   sandbox.sendWebhooksTo(URI.create("http://127.0.0.1:8080/webhooks/highlevel"));
///   sandbox.invite(People.crowd(7, 40));
///   ...
/// }
/// ```
public final class Sandbox implements Played, AutoCloseable {
  private final SandboxClock clock;
  private final SubAccount account;
  private final Courier courier;
  private final CrmServer server;
  private final Deviating deviating;
  private final String publicKeyPem;
  private final List<Pulse> pulses = new CopyOnWriteArrayList<>();

  private Sandbox(SandboxConfig config) {
    clock = config.clock();
    deviating = config.api().deviations();
    var plan =
        new SubAccountPlan(
            config.location(), config.pipeline(), config.furnish(), config.api().tokens());
    courier = new Courier(clock, config.webhooks(), this::wake);
    account = new SubAccount(plan, clock, config.seed(), this::wake);
    Webhooks.of(account.world(), config.seed(), config.webhooks(), courier, () -> true);
    publicKeyPem = config.webhooks().keys().publicKeyPem();
    server = CrmServer.start(config.api(), clock, new Stage(), Optional.empty(), Optional.empty());
    server.open(account.world(), config.seed(), plan.tokens());
  }

  /// Starts a sandbox.
  public static Sandbox start(SandboxConfig config) {
    var sandbox = new Sandbox(config);
    if (config.clock().isRunning()) {
      sandbox.startPulses();
    }
    return sandbox;
  }

  private void startPulses() {
    pulses.add(Pulse.start("sandbox-people", clock, account::nextAt, account::actDue));
    pulses.add(Pulse.start("sandbox-webhooks", clock, courier::nextAt, () -> courier.deliverDue()));
    clock.whenMoved(this::wake);
  }

  private void wake() {
    pulses.forEach(Pulse::wake);
  }

  /// Where its API is, without a slash at the end.
  public URI url() {
    return server.url();
  }

  /// The key that its webhooks can be verified with, as a PEM file's text.
  public String publicKeyPem() {
    return publicKeyPem;
  }

  @Override
  public SandboxClock clock() {
    return clock;
  }

  /// Its state, for tests that play a part in it themselves.
  public World world() {
    return account.world();
  }

  /// Sends webhooks to a receiver from now on. What happened before is not told.
  public void sendWebhooksTo(URI receiver) {
    courier.sendTo(receiver);
  }

  /// Sends each event to an address of its own below a receiver's, such as
  /// `/webhooks/highlevel/AppointmentDelete`, from now on.
  public void sendEachEventTo(URI receiver) {
    courier.sendEachEventTo(receiver);
  }

  /// Lets people appear, counted from now.
  public void invite(People people) {
    account.invite(people);
  }

  /// Accepts these tokens and no others from now on.
  public void accept(SandboxToken... tokens) {
    server.accept(account.id(), List.of(tokens));
  }

  @Override
  public Done runRound() {
    return new Done(account.actDue(), courier.deliverDue());
  }

  @Override
  public Optional<Instant> nextEventAt() {
    return Stream.of(account.nextAt(), courier.nextAt())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /// How often its known deviations were run into, of those that it was asked for.
  public Map<Deviation, Long> deviationsMet() {
    return deviating.counts();
  }

  /// Everything that has happened so far.
  public SandboxRecords records() {
    return account.records(server.requests(), courier.log());
  }

  @Override
  public void close() {
    pulses.forEach(Pulse::close);
    server.close();
    courier.close();
  }

  /// What the sandbox shows outside of the API.
  private final class Stage implements Backstage {
    @Override
    public byte[] recordsAsJson() {
      return RecordsJson.write(Sandbox.this.records());
    }

    @Override
    public Map<String, SandboxRecords> records() {
      return Map.of(account.name(), Sandbox.this.records());
    }

    @Override
    public String publicKeyPem() {
      return publicKeyPem;
    }

    @Override
    public Optional<Instant> nextEventAt() {
      // not between an act and the webhooks that follow from it
      return account.world().ask(Sandbox.this::nextEventAt);
    }

    @Override
    public void advanceTo(Instant target) {
      Sandbox.this.advanceTo(target);
    }
  }
}
