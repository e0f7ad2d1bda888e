package dev.interlock.app.wiring;

import static dev.interlock.contract.dsl.Events.contactCreated;
import static dev.interlock.contract.dsl.Events.linkClicked;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Exits.DECLINED;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.engine.EngineConfig;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.read.ContactStory;
import dev.interlock.engine.read.EventLine;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.webhooks.Misbehaviour;
import dev.interlock.sandbox.world.Conversations.Sender;
import dev.interlock.sandbox.world.Message;
import dev.interlock.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole Interlock before a CRM whose mail service tells what became of e-mails, each thing
/// twice.
class ToldByTheMailServiceTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private Sandbox sandbox;
  private Interlock interlock;
  private World world;

  private static Contract greeting() {
    return workflow("greeting")
        .title("Greeting")
        .owner("Front desk")
        .purpose("Nobody is left without a word.")
        .startsWhen(contactCreated(), milestone("Somebody asked us for the first time"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .path(
            email("hello", "Hello", "<p>Good to meet you.</p>")
                .onFailure(retry(2), thenExit("unreachable")),
            await("interest")
                .when(linkClicked())
                .thenExit("interested")
                .when(optedOut(Channel.EMAIL))
                .thenExit("declined")
                .silentFor(days(20))
                .thenExit("cold"))
        .exits(
            exit("interested", SUCCESS),
            exit("declined", DECLINED),
            exit("cold", UNRESPONSIVE),
            exit("unreachable", FAILED).notifies(owner()))
        .build();
  }

  @BeforeEach
  void open() throws Exception {
    var config = DemoWorld.config(clock, 7);
    sandbox =
        Sandbox.start(
            config.withWebhooks(
                config.webhooks().misbehaving(Misbehaviour.duplicates(1, Duration.ofSeconds(20)))));
    world = sandbox.world();
    interlock = Interlock.listen(plan());
    sandbox.sendWebhooksTo(URI.create(interlock.url() + "/webhooks/highlevel"));
    assertThat(interlock.connect()).isEmpty();
    lives(SOON);
  }

  private Plan plan() throws Exception {
    var set = new ContractSet(business("Riverside Dental").build(), List.of(greeting()));
    return SandboxPlan.of(folder, sandbox, set, EngineConfig.usual().with(Pace.unlimited()), clock);
  }

  @AfterEach
  void close() {
    interlock.close();
    sandbox.close();
  }

  private String appears(String name) {
    return world.ask(() ->
        world
            .contacts()
            .create(
                Map.of("firstName", name, "email", name.toLowerCase(Locale.ROOT) + "@mail.example"),
                bare -> bare,
                By.PERSON)
            .id());
  }

  private Message mailTo(String contact) {
    return world.ask(() -> world.conversations().of(contact).getFirst());
  }

  private void tells(Message mail, String event) throws InterruptedException {
    world.change(() -> world.conversations().mailServiceTells(mail.id(), event));
    lives(SOON);
  }

  private ContactStory story(String contact) {
    return interlock
        .engine()
        .records()
        .story(new InstallationId(DemoWorld.LOCATION_ID), new ContactId(contact))
        .orElseThrow();
  }

  private Optional<String> ending(String contact) {
    return story(contact).runs().getFirst().summary().exit().map(Object::toString);
  }

  private List<String> heard(String contact) {
    return story(contact).events().stream().map(EventLine::words).toList();
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
    interlock.engine().settle();
    sandbox.runDue();
  }

  private Optional<Instant> next() {
    return Stream.of(sandbox.nextEventAt(), interlock.engine().nextAlarm())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  @Test
  void aBounceTakesTheFailurePathOnceThoughItIsReadAsWell() throws Exception {
    world.change(() -> world.conversations().kill("ann@mail.example"));
    String ann = appears("Ann");
    lives(SOON);

    assertThat(ending(ann)).contains("unreachable");

    lives(Duration.ofMinutes(30));
    assertThat(heard(ann))
        .containsOnlyOnce("a e-mail could not be delivered (the mail server answered 550)")
        .noneMatch(words -> words.contains("found by reading") && words.contains("delivered"));
  }

  @Test
  void aClickIsHeardOfTheMailThatWasSent() throws Exception {
    String ann = appears("Ann");
    lives(SOON);
    assertThat(ending(ann)).isEmpty();

    tells(mailTo(ann), "opened");
    assertThat(ending(ann)).isEmpty();
    tells(mailTo(ann), "clicked");

    assertThat(ending(ann)).contains("interested");
  }

  @Test
  void aComplaintAndTheBlockThatFollowsItAreOneOptOut() throws Exception {
    String ann = appears("Ann");
    lives(SOON);

    tells(mailTo(ann), "complained");

    assertThat(ending(ann)).contains("declined");
    assertThat(heard(ann)).containsOnlyOnce("the contact opted out");
  }

  @Test
  void whatTheMailServiceTriesAgainIsNoFailure() throws Exception {
    String ann = appears("Ann");
    lives(SOON);

    tells(mailTo(ann), "temporary_fail");
    tells(mailTo(ann), "accepted");

    assertThat(ending(ann)).isEmpty();
  }

  @Test
  void nobodyIsAskedAboutTheMailOfSomebodyWhomNoRunWroteTo() throws Exception {
    String ann = appears("Ann");
    lives(SOON);
    long before = asked();
    Message other =
        world.ask(() ->
            world
                .conversations()
                .send(
                    ann,
                    new Message.Content.Mail("Offer", "<p>Offer</p>", "mail-to-bob", "thread"),
                    Sender.colleague("dana"),
                    "desk@mail.example",
                    "bob@mail.example"));
    lives(SOON);
    tells(other, "failed");
    tells(other, "unsubscribed");

    assertThat(asked()).isEqualTo(before);
    assertThat(ending(ann)).isEmpty();
  }

  private long asked() {
    return sandbox.records().requests().stream()
        .filter(it -> it.path().startsWith("/conversations/messages/email/"))
        .count();
  }

  @Test
  void theBounceOfAColleaguesMailIsNotTheRuns() throws Exception {
    String ann = appears("Ann");
    lives(SOON);
    Message other =
        world.ask(() ->
            world
                .conversations()
                .send(
                    ann,
                    new Message.Content.Mail("Offer", "<p>Offer</p>", "mail-of-dana", "thread"),
                    Sender.colleague("dana"),
                    "desk@mail.example",
                    "ann@mail.example"));
    lives(SOON);

    tells(other, "failed");

    assertThat(ending(ann)).isEmpty();
    assertThat(heard(ann)).noneMatch(words -> words.contains("could not be delivered"));
  }
}
