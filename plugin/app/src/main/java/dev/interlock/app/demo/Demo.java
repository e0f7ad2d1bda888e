package dev.interlock.app.demo;

import dev.interlock.app.check.Cleared;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.proof.Proof;
import dev.interlock.app.settings.HighLevelSettings;
import dev.interlock.app.settings.SandboxTime;
import dev.interlock.app.settings.ServerSettings;
import dev.interlock.app.wiring.FastTime;
import dev.interlock.app.wiring.Interlock;
import dev.interlock.app.wiring.Plan;
import dev.interlock.app.wiring.Stage;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.highlevel.webhook.WebhookKeys;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.engine.EngineConfig;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.rounds.Looking;
import dev.interlock.handbook.story.OperationView.Fact;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.deviation.Deviation;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A sandbox and a whole Interlock in one process, which speak to each other over HTTP as they
/// would from different ends of the world.
public final class Demo implements AutoCloseable {
  private static final String NOTICE =
      "This is a sandbox, not a real CRM. Everybody in it is invented, and time runs faster than"
          + " life.";

  /// As often as makes a day of the demo's worth looking at.
  private static final Looking SOMETIMES = Looking.every(Duration.ofHours(6));

  private final Invented invented;
  private final ContractSet contracts;
  private final Sandbox sandbox;
  private final Interlock interlock;
  private Optional<FastTime> fastTime = Optional.empty();

  /// What a demo is made of.
  ///
  /// @param folder where the database is
  /// @param port where the pages are; 0 takes any free port
  public record Setting(Invented invented, Cleared contracts, Path folder, int port) {}

  private Demo(Setting setting, Sandbox sandbox, Pace pace, Looking looking) {
    this.invented = setting.invented();
    this.contracts = setting.contracts().set();
    this.sandbox = sandbox;
    this.interlock = Interlock.listen(plan(setting, sandbox, pace, looking));
    sandbox.sendWebhooksTo(URI.create(interlock.url() + "/webhooks/highlevel"));
    if (interlock.connect().isPresent()) {
      throw new IllegalStateException("the sandbox does not answer");
    }
  }

  /// A demo in which time stands until [#tell(Duration)] moves it.
  public static Demo standing(Setting setting) {
    // where time jumps to the next thing to do, looking round again and again is one for ever
    return begin(setting, setting.invented().standing(), Pace.unlimited(), Looking.never());
  }

  /// A demo in which time runs, and people begin to appear.
  public static Demo running(Setting setting, Instant origin) {
    var time = new SandboxTime(DemoWorld.BEGIN, origin, setting.invented().speed());
    var demo =
        begin(
            setting,
            setting.invented().running(time, 0),
            Pace.usual(),
            SOMETIMES.atSpeed(setting.invented().speed()));
    demo.fastTime = Optional.of(FastTime.of(demo.interlock.engine()));
    demo.invented.appear(demo.sandbox);
    return demo;
  }

  private static Demo begin(Setting setting, Sandbox sandbox, Pace pace, Looking looking) {
    try {
      return new Demo(setting, sandbox, pace, looking);
    } catch (RuntimeException problem) {
      sandbox.close();
      throw problem;
    }
  }

  private static Plan plan(Setting setting, Sandbox sandbox, Pace pace, Looking looking) {
    return new Plan(
        new ServerSettings("127.0.0.1", setting.port(), Optional.empty()),
        account(setting.folder(), sandbox),
        setting.folder(),
        Optional.of(setting.contracts()),
        Map.of(),
        setting.invented().zoneToSet(),
        EngineConfig.usual().with(pace).with(looking),
        sandbox.clock(),
        new Stage(Optional.of(NOTICE), () -> claims(sandbox.records(), setting.contracts().set())));
  }

  private static HighLevelSettings account(Path folder, Sandbox sandbox) {
    try {
      var key =
          Files.writeString(
              Files.createDirectories(folder).resolve("webhook-key.pem"), sandbox.publicKeyPem());
      return new HighLevelSettings(
          ApiConfig.at(sandbox.url()),
          new AccessToken(DemoWorld.TOKEN),
          DemoWorld.LOCATION_ID,
          DemoWorld.APP_ID,
          WebhookKeys.fromFile(key));
    } catch (IOException problem) {
      throw new CannotRunException(folder + " cannot be made or written to", problem);
    }
  }

  private static List<Fact> claims(SandboxRecords crm, ContractSet contracts) {
    int duplicates = Proof.duplicates(crm).size();
    int backward = Proof.backward(crm, contracts).size();
    return List.of(
        Fact.claim("Duplicate messages", String.valueOf(duplicates), duplicates == 0),
        Fact.claim("Backward moves", String.valueOf(backward), backward == 0));
  }

  /// Where the pages are.
  public URI url() {
    return interlock.url();
  }

  /// Where the sandbox is.
  public URI sandboxUrl() {
    return sandbox.url();
  }

  /// Has more happen in the sandbox than its people do.
  void besides(Consumer<World> plot) {
    sandbox.world().change(() -> plot.accept(sandbox.world()));
  }

  /// How often the sandbox's known deviations were run into, of those that it was asked for.
  public Map<Deviation, Long> deviationsMet() {
    return sandbox.deviationsMet();
  }

  /// Tells the whole story in one go: all that is due is done, then time jumps to the next moment
  /// at which anything is.
  ///
  /// @param longest in the sandbox's time
  public Outcome tell(Duration longest) throws InterruptedException {
    long began = System.nanoTime();
    invented.appear(sandbox);
    boolean complete = new Story(sandbox, interlock.engine()).tell(longest);
    var seconds = Duration.ofNanos(System.nanoTime() - began);
    return Reckoning.of(interlock, contracts, sandbox.records())
        .outcome(invented.seed(), invented.people(), complete, seconds);
  }

  @Override
  public void close() {
    fastTime.ifPresent(FastTime::close);
    interlock.close();
    sandbox.close();
  }
}
