package dev.interlock.app.wiring;

import static dev.interlock.contract.dsl.Events.cancelled;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.engine.EngineConfig;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.read.EventLine;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.SandboxConfig;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.DeliveryRow;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.webhooks.Misbehaviour;
import dev.interlock.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole Interlock before a CRM that calls every appointment created, as the vendor's samples do.
class EventAddressesTest {
  @TempDir Path folder;

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final Sandbox sandbox = Sandbox.start(confused());
  private final World world = sandbox.world();
  private Optional<Interlock> running = Optional.empty();

  private SandboxConfig confused() {
    var config = DemoWorld.config(clock, 7);
    return config.withWebhooks(
        config
            .webhooks()
            .misbehaving(
                Misbehaviour.calling("AppointmentUpdate", "AppointmentCreate"),
                Misbehaviour.calling("AppointmentDelete", "AppointmentCreate"),
                Misbehaviour.duplicates(1, Duration.ofMinutes(1))));
  }

  private static Contract answered(EventPattern event) {
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

  private void open(boolean each) throws Exception {
    var interlock = Interlock.listen(plan(cancelled()));
    running = Optional.of(interlock);
    var address = URI.create(interlock.url() + "/webhooks/highlevel");
    if (each) {
      sandbox.sendEachEventTo(address);
    } else {
      sandbox.sendWebhooksTo(address);
    }
    assertThat(interlock.connect()).isEmpty();
    lives(Duration.ofMinutes(10));
  }

  private Interlock interlock() {
    return running.orElseThrow();
  }

  private Plan plan(EventPattern event) throws Exception {
    var set = new ContractSet(business("Riverside Dental").build(), List.of(answered(event)));
    return SandboxPlan.of(folder, sandbox, set, EngineConfig.usual().with(Pace.unlimited()), clock);
  }

  @AfterEach
  void close() {
    running.ifPresent(Interlock::close);
    sandbox.close();
  }

  private String books() {
    return world.ask(() -> {
      var contact =
          world
              .contacts()
              .create(Map.of("firstName", "Ann", "email", "ann@mail.example"), it -> it, By.PERSON);
      return world
          .calendars()
          .book(
              world.calendars().all().getFirst(),
              contact.id(),
              clock.instant().plus(Duration.ofHours(26)),
              "booking_widget",
              "",
              By.PERSON)
          .id();
    });
  }

  private List<String> heard() {
    return sandbox.records().contacts().stream()
        .flatMap(contact ->
            interlock()
                .engine()
                .records()
                .story(new InstallationId(DemoWorld.LOCATION_ID), new ContactId(contact.id()))
                .stream())
        .flatMap(story -> story.events().stream())
        .map(EventLine::words)
        .filter(words -> words.contains("ppointment") || words.contains("cancel"))
        .toList();
  }

  private void lives(Duration span) throws InterruptedException {
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
    interlock().engine().settle();
    sandbox.runDue();
  }

  private Optional<Instant> next() {
    return Stream.of(sandbox.nextEventAt(), interlock().engine().nextAlarm())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  @Test
  void aDeletedAppointmentThatCallsItselfCreatedIsCancelledByItsAddress() throws Exception {
    open(true);
    String appointment = books();
    lives(Duration.ofMinutes(3));
    assertThat(heard()).hasSize(1);

    world.change(() -> world.calendars().delete(appointment, By.PERSON));
    lives(Duration.ofMinutes(3));

    assertThat(heard()).hasSize(2).last().asString().contains("cancel");
    assertThat(statusesOf("AppointmentDelete")).containsExactly(200, 200);
  }

  @Test
  void atTheAddressForEverythingOnlyTheTypeIsThere() throws Exception {
    open(false);
    String appointment = books();
    lives(Duration.ofMinutes(3));

    world.change(() -> world.calendars().delete(appointment, By.PERSON));
    lives(Duration.ofMinutes(3));

    assertThat(heard()).as("why the listing asks for an address of its own").hasSize(1);
  }

  @Test
  void whatComesToBothAddressesCountsOnce() throws Exception {
    open(true);
    String appointment = books();
    lives(Duration.ofMinutes(3));
    world.change(() -> world.calendars().delete(appointment, By.PERSON));
    sandbox.runDue();
    clock.advanceBy(Duration.ofSeconds(5));
    sandbox.runDue();
    sandbox.sendWebhooksTo(URI.create(interlock().url() + "/webhooks/highlevel"));
    lives(Duration.ofMinutes(3));

    assertThat(heard()).hasSize(2).last().asString().contains("cancel");
    assertThat(statusesOf("AppointmentDelete")).containsExactly(200, 200);
  }

  private List<Integer> statusesOf(String event) {
    return sandbox.records().deliveries().stream()
        .filter(row -> row.type().equals(event))
        .map(DeliveryRow::answer)
        .toList();
  }
}
