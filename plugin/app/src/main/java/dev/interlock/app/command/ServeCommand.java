package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.check.Checking;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.fleet.Fleet;
import dev.interlock.app.fleet.FleetPlan;
import dev.interlock.app.gate.Gate;
import dev.interlock.app.logs.Logs;
import dev.interlock.app.settings.HighLevelSettings;
import dev.interlock.app.settings.MarketSettings;
import dev.interlock.app.settings.Retention;
import dev.interlock.app.settings.SandboxTime;
import dev.interlock.app.settings.ServeSettings;
import dev.interlock.app.wiring.FastTime;
import dev.interlock.app.wiring.Interlock;
import dev.interlock.app.wiring.OldGeneration;
import dev.interlock.app.wiring.Plan;
import dev.interlock.app.wiring.Stage;
import dev.interlock.app.wiring.Watch;
import dev.interlock.engine.EngineConfig;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.rounds.Looking;
import dev.interlock.sandbox.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/// Runs contracts on a CRM.
@Command(
    name = "serve",
    description = {
      "Runs the contracts in the plugins folder on HighLevel, until it is told to stop. Jars that"
          + " are put in, replaced or taken away go live without a restart, if they are sound"
          + " together with what runs; else what was live keeps serving, and `interlock plugins`"
          + " says why.",
      "",
      "With a token it works on one account; with INTERLOCK_HIGHLEVEL_CLIENT_ID on every account"
          + " that installs your marketplace app (docs/guide/marketplace.md).",
      "",
      "It takes its settings from the environment, or from the properties file that"
          + " INTERLOCK_CONFIG names; docs/guide/configuration.md lists them all. HighLevel's"
          + " webhooks come to /webhooks/highlevel, /health/live and /health/ready say how it is,"
          + " and the pages begin at /.",
      "",
      "SIGTERM and Ctrl+C let what is under way come to its end. Nothing is lost: what was not done"
          + " is done after the next start."
    })
final class ServeCommand implements Callable<Integer> {
  private static final String NOTICE =
      "This works on a sandbox, not on a real CRM. Everybody in it is invented, and time runs"
          + " faster than life.";

  private static final Duration DRIFT_BEAT = Duration.ofMinutes(1);
  private static final Duration MEMORY_BEAT = Duration.ofMillis(250);

  /// Webhooks and timers have waited for a start, and looks have not.
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private final Surroundings surroundings;
  private final Console console;

  ServeCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = ServeSettings.of(surroundings.settings());
    Logs.detailed(settings.log());
    try (var _ =
        Watch.asking("memory", SETTLING, OldGeneration.own()::look, Optional.of(MEMORY_BEAT))) {
      switch (settings.access()) {
        case HighLevelSettings account -> serve(settings, account);
        case MarketSettings market -> serve(settings, market);
      }
    }
    return ExitCode.FINE;
  }

  /// All accounts that install our app.
  private void serve(ServeSettings settings, MarketSettings market) throws InterruptedException {
    var plan =
        new FleetPlan(
            settings.server(),
            market,
            settings.data(),
            settings.plugins(),
            settings.accounts(),
            settings.values(),
            engine(settings),
            clock(settings),
            stage(settings),
            raised(),
            Retention.of(surroundings.settings()));
    try (var fleet = Fleet.listen(plan)) {
      console.say("Interlock works at " + fleet.url() + " for every account that installs the app");
      if (settings.sandboxClock().isPresent()) {
        FastTime.of(fleet.engine());
      }
      var watch = Watch.start(fleet::lookSoon, settings.lookEvery());
      var drift = drift(settings, fleet::watch);
      surroundings.lifetime().lastsUntilClosed(() -> close(watch, drift, fleet::close));
    }
  }

  /// One account by its token.
  private void serve(ServeSettings settings, HighLevelSettings account)
      throws InterruptedException {
    var plan = plan(settings, account);
    try (var interlock = Interlock.listen(plan)) {
      connect(interlock);
      var gate = new Gate(settings.plugins(), interlock, () -> today(plan.clock()), raised());
      gate.open();
      say(interlock);
      if (settings.sandboxClock().isPresent()) {
        FastTime.of(interlock.engine());
      }
      var watch = Watch.later(SETTLING, gate::look, settings.lookEvery());
      var drift = drift(settings, interlock::watch);
      surroundings.lifetime().lastsUntilClosed(() -> close(watch, drift, interlock::close));
    }
  }

  /// Whether it is time to look is asked that often; that alone calls nobody.
  private static Optional<Watch> drift(ServeSettings settings, Consumer<Duration> look) {
    return settings
        .driftEvery()
        .map(every ->
            Watch.asking("drift", SETTLING, () -> look.accept(every), Optional.of(DRIFT_BEAT)));
  }

  private static void close(Watch watch, Optional<Watch> drift, Runnable server) {
    watch.close();
    drift.ifPresent(Watch::close);
    server.run();
  }

  private void say(Interlock interlock) {
    console.say(
        interlock
            .whyNotReady()
            .map(reason -> "Interlock waits at " + interlock.url() + ": " + reason)
            .orElseGet(() -> "Interlock works at " + interlock.url()));
  }

  private Set<String> raised() {
    return Checking.raised(surroundings.settings());
  }

  private static LocalDate today(InstantSource clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Plan plan(ServeSettings settings, HighLevelSettings account) {
    return new Plan(
        settings.server(),
        account,
        settings.data(),
        Optional.empty(),
        settings.values(),
        settings.zone(),
        engine(settings),
        clock(settings),
        stage(settings));
  }

  private static EngineConfig engine(ServeSettings settings) {
    return EngineConfig.usual()
        .withInboxBound(settings.inboxLimit())
        .with(Pace.of(settings.commandsPerSecond()))
        .with(looking(settings));
  }

  private InstantSource clock(ServeSettings settings) {
    return settings.sandboxClock().map(ServeCommand::clock).orElse(surroundings.clock());
  }

  private static Stage stage(ServeSettings settings) {
    return settings.sandboxClock().isPresent()
        ? new Stage(Optional.of(NOTICE), List::of)
        : Stage.real();
  }

  private static Looking looking(ServeSettings settings) {
    var usual = Looking.every(settings.reconcileEvery());
    return settings.sandboxClock().map(time -> usual.atSpeed(time.factor())).orElse(usual);
  }

  private static InstantSource clock(SandboxTime time) {
    var running = SandboxClock.runningFrom(time.start(), time.origin(), time.factor());
    return time.jump()
        .<InstantSource>map(jump ->
            () ->
                Instant.now().isBefore(jump.at())
                    ? running.instant()
                    : running.instant().plus(jump.by()))
        .orElse(running);
  }

  /// Tries until the CRM answers. Webhooks are asked to come again in the meantime.
  private static void connect(Interlock interlock) throws InterruptedException {
    for (Optional<Duration> pause = interlock.connect();
        pause.isPresent();
        pause = interlock.connect()) {
      Thread.sleep(pause.get());
    }
  }
}
