package dev.interlock.app.wiring;

import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.engine.EngineConfig;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.webhooks.Misbehaviour;
import dev.interlock.sandbox.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole Interlock before a CRM that loses every webhook.
class LostWebhooksTest {
  @TempDir Path folder;

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);

  private static Contract callBack() {
    return workflow("call-back")
        .title("Call back")
        .owner("Front desk")
        .purpose("Nobody who calls waits.")
        .startsWhen(callMissed(), milestone("A prospect called and nobody picked up"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .path(
            sms("text", "Sorry we missed you. Book here?")
                .why("the first to answer wins")
                .onFailure(retry(3), thenExit("unreachable")),
            await("booking")
                .when(booked())
                .thenExit("booked")
                .silentFor(days(2))
                .then(exit("cold")))
        .exits(
            exit("booked", SUCCESS).leaves(tag("booked")),
            exit("cold", UNRESPONSIVE).leaves(tag("cold")),
            exit("unreachable", FAILED).notifies(owner()))
        .build();
  }

  private Sandbox sandbox() {
    var config = DemoWorld.config(clock, 7);
    return Sandbox.start(
        config.withWebhooks(config.webhooks().misbehaving(Misbehaviour.losses(1))));
  }

  private Plan plan(Sandbox sandbox) throws Exception {
    var set = new ContractSet(business("Riverside Dental").build(), List.of(callBack()));
    return SandboxPlan.of(folder, sandbox, set, EngineConfig.usual().with(Pace.unlimited()), clock);
  }

  @Test
  void aCallAndABookingThatNoWebhookToldBringTheRunToItsVerifiedExit() throws Exception {
    try (var sandbox = sandbox();
        var interlock = Interlock.listen(plan(sandbox))) {
      sandbox.sendWebhooksTo(URI.create(interlock.url() + "/webhooks/highlevel"));
      assertThat(interlock.connect()).isEmpty();
      lives(Duration.ofMinutes(10), sandbox, interlock);

      World world = sandbox.world();
      String ann =
          world.ask(() -> {
            var contact =
                world
                    .contacts()
                    .create(
                        Map.of("firstName", "Ann", "phone", "+15550100001"),
                        bare -> bare,
                        By.PERSON);
            world.conversations().missCall(contact.id(), false);
            return contact.id();
          });
      lives(Duration.ofMinutes(15), sandbox, interlock);
      assertThat(world.ask(() -> world.conversations().of(ann))).hasSize(2);

      world.change(() -> {
        var calendar = world.calendars().all().getFirst();
        var start = clock.instant().plus(Duration.ofDays(1));
        world.calendars().book(calendar, ann, start, "", "", By.PERSON);
      });
      lives(Duration.ofMinutes(15), sandbox, interlock);

      assertThat(interlock.casebook().runs(RunFilter.all(), 10))
          .singleElement()
          .satisfies(run -> {
            assertThat(run.exit().orElseThrow().text()).isEqualTo("booked");
            assertThat(run.proof()).contains(ProofState.VERIFIED);
          });
      assertThat(sandbox.records().deliveries()).isEmpty();
      assertThat(interlock.casebook().story(new ContactId(ann))).isPresent();
      assertThat(get(interlock, "/lost-webhooks"))
          .contains("1 in the CRM: 0 told by webhooks, 1 recovered by reading")
          .contains("Nothing stands in the way.");
      assertThat(get(interlock, "/metrics"))
          .contains("interlock_readings_total{")
          .contains("kind=\"appointments\",told=\"reading\"} 1.0");
    }
  }

  private static String get(Interlock interlock, String page) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(interlock.url() + page)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private void lives(Duration span, Sandbox sandbox, Interlock interlock)
      throws InterruptedException {
    Instant end = clock.instant().plus(span);
    finishDue(sandbox, interlock);
    for (var next = next(sandbox, interlock);
        next.filter(moment -> !moment.isAfter(end)).isPresent();
        next = next(sandbox, interlock)) {
      clock.advanceTo(next.get());
      finishDue(sandbox, interlock);
    }
    clock.advanceTo(end);
    finishDue(sandbox, interlock);
  }

  private static void finishDue(Sandbox sandbox, Interlock interlock) throws InterruptedException {
    sandbox.runDue();
    interlock.engine().settle();
    sandbox.runDue();
  }

  private static Optional<Instant> next(Sandbox sandbox, Interlock interlock) {
    return Stream.of(sandbox.nextEventAt(), interlock.engine().nextAlarm())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
