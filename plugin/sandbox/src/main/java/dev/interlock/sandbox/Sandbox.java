package dev.interlock.sandbox;

import dev.interlock.sandbox.http.Backstage;
import dev.interlock.sandbox.http.CrmServer;
import dev.interlock.sandbox.http.SandboxToken;
import dev.interlock.sandbox.people.Cast;
import dev.interlock.sandbox.people.People;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.time.Schedule;
import dev.interlock.sandbox.webhooks.Webhooks;
import dev.interlock.sandbox.world.World;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A pretended HighLevel: its API on a loopback port, its webhooks, and people in it.
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
public final class Sandbox implements AutoCloseable {
  private final SandboxClock clock;
  private final World world;
  private final Schedule<Runnable> plans;
  private final Webhooks webhooks;
  private final Cast cast;
  private final Chronicle chronicle;
  private final CrmServer server;
  private final String publicKeyPem;
  private final List<Pulse> pulses = new CopyOnWriteArrayList<>();

  private Sandbox(SandboxConfig config) {
    clock = config.clock();
    plans = new Schedule<>(this::wake);
    world = new World(config.location(), clock, config.seed(), plans);
    world.change(() -> config.furnish().accept(world));
    webhooks = new Webhooks(world, clock, config.seed(), config.webhooks(), this::wake);
    cast = new Cast(world, config.pipeline());
    chronicle = new Chronicle(world, cast);
    publicKeyPem = config.webhooks().keys().publicKeyPem();
    server = CrmServer.start(world, config.api(), clock, config.seed(), new Stage());
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
    pulses.add(Pulse.start("sandbox-people", clock, plans::nextAt, this::actDue));
    pulses.add(
        Pulse.start("sandbox-webhooks", clock, webhooks::nextAt, () -> webhooks.deliverDue()));
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

  /// The time in it.
  public SandboxClock clock() {
    return clock;
  }

  /// Its state, for tests that play a part in it themselves.
  public World world() {
    return world;
  }

  /// Sends webhooks to a receiver from now on. What happened before is not told.
  public void sendWebhooksTo(URI receiver) {
    webhooks.sendTo(receiver);
  }

  /// Lets people appear, counted from now.
  public void invite(People people) {
    cast.invite(people);
  }

  /// Accepts these tokens and no others from now on.
  public void accept(SandboxToken... tokens) {
    server.accept(List.of(tokens));
  }

  /// What [#runDue()] has done.
  ///
  /// @param acts how many planned things happened
  /// @param deliveries how many webhooks were sent
  public record Done(int acts, int deliveries) {
    /// Whether there was anything to do.
    public boolean isAnything() {
      return acts > 0 || deliveries > 0;
    }
  }

  /// Does everything that is due now and returns when the receiver has answered all webhooks.
  public Done runDue() {
    int acts = 0;
    int deliveries = 0;
    Done round;
    do {
      round = new Done(actDue(), webhooks.deliverDue());
      acts += round.acts();
      deliveries += round.deliveries();
    } while (round.isAnything());
    return new Done(acts, deliveries);
  }

  private int actDue() {
    int acts = 0;
    while (world.runNext()) {
      acts++;
    }
    return acts;
  }

  /// When the next thing is due: somebody's act, a carrier's word, or a webhook.
  public Optional<Instant> nextEventAt() {
    return Stream.of(plans.nextAt(), webhooks.nextAt())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /// Lets time pass up to an instant, and everything happen that is due until then, in order.
  public void advanceTo(Instant target) {
    runDue();
    for (var next = nextEventAt(); isUpTo(next, target); next = nextEventAt()) {
      next.ifPresent(clock::advanceTo);
      runDue();
    }
    clock.advanceTo(target);
  }

  private static boolean isUpTo(Optional<Instant> next, Instant target) {
    return next.filter(due -> !due.isAfter(target)).isPresent();
  }

  /// Everything that has happened so far.
  public SandboxRecords records() {
    return chronicle.read(server.requests(), webhooks.log());
  }

  @Override
  public void close() {
    pulses.forEach(Pulse::close);
    server.close();
    webhooks.close();
  }

  /// What the sandbox shows outside of the API.
  private final class Stage implements Backstage {
    @Override
    public SandboxRecords records() {
      return Sandbox.this.records();
    }

    @Override
    public String publicKeyPem() {
      return publicKeyPem;
    }

    @Override
    public Optional<Instant> nextEventAt() {
      // not between an act and the webhooks that follow from it
      return world.ask(Sandbox.this::nextEventAt);
    }

    @Override
    public void advanceTo(Instant target) {
      Sandbox.this.advanceTo(target);
    }
  }
}
