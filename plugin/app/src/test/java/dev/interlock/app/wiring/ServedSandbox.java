package dev.interlock.app.wiring;

import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.engine.EngineConfig;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.read.ContactStory;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.SandboxConfig;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A whole Interlock with one contract, before a sandbox, and a clock that is moved by hand.
final class ServedSandbox implements AutoCloseable {
  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final Sandbox sandbox;
  private final Interlock interlock;

  private ServedSandbox(Path folder, Contract live, UnaryOperator<SandboxConfig> changed)
      throws IOException {
    sandbox = Sandbox.start(changed.apply(DemoWorld.config(clock, 7)));
    var set = new ContractSet(business("Riverside Dental").build(), List.of(live));
    var engine = EngineConfig.usual().with(Pace.unlimited());
    interlock = Interlock.listen(SandboxPlan.of(folder, sandbox, set, engine, clock));
  }

  /// Connected, with the contract live.
  ///
  /// @param folder for everything that it keeps
  /// @param changed how the sandbox differs from the demo's
  static ServedSandbox with(Path folder, Contract live, UnaryOperator<SandboxConfig> changed)
      throws Exception {
    var served = new ServedSandbox(folder, live, changed);
    served.sandbox.sendWebhooksTo(served.address());
    served.connect();
    return served;
  }

  /// The same, where each event has an address of its own.
  static ServedSandbox withAnAddressForEach(
      Path folder, Contract live, UnaryOperator<SandboxConfig> changed) throws Exception {
    var served = new ServedSandbox(folder, live, changed);
    served.sandbox.sendEachEventTo(served.address());
    served.connect();
    return served;
  }

  /// A contract that begins and ends with an event, and leaves a tag.
  static Contract answered(EventPattern event) {
    return workflow("answered")
        .title("Answered")
        .owner("Front desk")
        .purpose("Nobody who asks is left without an answer.")
        .startsWhen(event, milestone("Somebody asked us something"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .path(addTag("asked"), exit("done"))
        .exits(exit("done", SUCCESS).leaves(tag("asked")))
        .build();
  }

  private void connect() {
    if (interlock.connect().isPresent()) {
      throw new IllegalStateException("the sandbox does not let itself be read");
    }
  }

  /// Where webhooks for everything go.
  URI address() {
    return URI.create(interlock.url() + "/webhooks/highlevel");
  }

  Interlock interlock() {
    return interlock;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  World world() {
    return sandbox.world();
  }

  SandboxClock clock() {
    return clock;
  }

  /// Of a contact that was heard of.
  ContactStory story(String contact) {
    return told(contact).orElseThrow();
  }

  Optional<ContactStory> told(String contact) {
    return interlock
        .engine()
        .records()
        .story(new InstallationId(DemoWorld.LOCATION_ID), new ContactId(contact));
  }

  /// Time passes; whatever is due on the way is done when it is due.
  void lives(Duration span) throws InterruptedException {
    Instant end = clock.instant().plus(span);
    finishDue();
    for (var next = next();
        next.filter(moment -> !moment.isAfter(end)).isPresent();
        next = next()) {
      clock.advanceTo(next.get());
      finishDue();
    }
    clock.advanceTo(end);
    finishDue();
  }

  private void finishDue() throws InterruptedException {
    sandbox.runDue();
    interlock.engine().settle();
    sandbox.runDue();
  }

  private Optional<Instant> next() {
    return Stream.of(sandbox.nextEventAt(), interlock.engine().nextAlarm())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  @Override
  public void close() {
    interlock.close();
    sandbox.close();
  }
}
