package dev.interlock.app.wiring;

import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.formSubmitted;
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
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole Interlock before a CRM whose mail service tells what became of e-mails, each thing
/// twice.
class FoundFormsTest {
  @TempDir Path folder;

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final Sandbox sandbox = Sandbox.start(DemoWorld.config(clock, 7));
  private final World world = sandbox.world();
  private Optional<Interlock> running = Optional.empty();

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

  private void open(EventPattern event) throws Exception {
    world.change(() -> world.directory().addForm("Quote"));
    var interlock = Interlock.listen(plan(event));
    running = Optional.of(interlock);
    sandbox.sendWebhooksTo(URI.create(interlock.url() + "/webhooks/highlevel"));
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

  private String appears() {
    return world.ask(() ->
        world
            .contacts()
            .create(Map.of("firstName", "Ann", "email", "ann@mail.example"), it -> it, By.PERSON)
            .id());
  }

  private void fillsIn(String contact, String form) {
    world.change(() ->
        world
            .submissions()
            .receive(
                world.directory().forms().stream()
                    .filter(it -> it.name().equals(form))
                    .findFirst()
                    .orElseThrow(),
                contact));
  }

  private List<String> heard(String contact) {
    return interlock()
        .engine()
        .records()
        .story(new InstallationId(DemoWorld.LOCATION_ID), new ContactId(contact))
        .orElseThrow()
        .events()
        .stream()
        .map(EventLine::words)
        .filter(words -> words.contains("form"))
        .toList();
  }

  private int runs(String contact) {
    return interlock()
        .engine()
        .records()
        .story(new InstallationId(DemoWorld.LOCATION_ID), new ContactId(contact))
        .orElseThrow()
        .runs()
        .size();
  }

  private long asked(String path) {
    return sandbox.records().requests().stream().filter(it -> it.path().startsWith(path)).count();
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
  void aFormThatNoWebhookToldBeginsARunOnce() throws Exception {
    open(formSubmitted("Quote"));
    String ann = appears();
    fillsIn(ann, "Quote");
    lives(Duration.ofMinutes(30));

    assertThat(heard(ann)).singleElement().asString().contains("found by reading");
    assertThat(runs(ann)).isEqualTo(1);

    fillsIn(ann, "Quote");
    lives(Duration.ofMinutes(30));
    assertThat(runs(ann)).isEqualTo(2);
  }

  @Test
  void anotherFormBeginsNone() throws Exception {
    open(formSubmitted("Another"));
    String ann = appears();
    fillsIn(ann, "Quote");
    lives(Duration.ofMinutes(30));

    assertThat(heard(ann)).hasSize(1);
    assertThat(runs(ann)).isZero();
  }

  @Test
  void aFormThatAMessageTellsIsNotReadAsAnother() throws Exception {
    open(formSubmitted());
    world.change(() -> world.submissions().showAsMessages());
    String ann = appears();
    fillsIn(ann, "Quote");
    lives(Duration.ofMinutes(1));
    assertThat(heard(ann)).singleElement().asString().doesNotContain("found by reading");

    lives(Duration.ofMinutes(30));
    assertThat(heard(ann)).hasSize(1);
    assertThat(runs(ann)).isEqualTo(1);
  }

  @Test
  void aDayFullOfFormsIsReadPageByPageAndNobodyIsLeftOut() throws Exception {
    open(formSubmitted("Quote"));
    List<String> all = IntStream.range(0, 130).mapToObj(_ -> appears()).toList();
    all.forEach(contact -> fillsIn(contact, "Quote"));
    lives(Duration.ofMinutes(30));

    assertThat(all).allSatisfy(contact -> assertThat(runs(contact)).isEqualTo(1));
  }

  @Test
  void whereNobodyListensForFormsNoneAreRead() throws Exception {
    open(callMissed());
    String ann = appears();
    fillsIn(ann, "Quote");
    lives(Duration.ofHours(1));

    assertThat(asked("/forms")).isZero();
    assertThat(asked("/contacts/search")).isPositive();
    assertThat(heard(ann)).isEmpty();
  }
}
