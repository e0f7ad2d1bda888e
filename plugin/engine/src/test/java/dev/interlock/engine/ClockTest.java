package dev.interlock.engine;

import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.engine.Contracts.HELLO;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.Read;
import dev.interlock.engine.desk.Installation;
import dev.interlock.engine.desk.Location;
import dev.interlock.engine.read.JournalLine;
import dev.interlock.engine.rounds.Looking;
import dev.interlock.engine.store.sql.SqliteStore;
import dev.interlock.engine.store.sql.StoreConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Timers, by clocks that stand still, jump, or simply run.
class ClockTest {
  @TempDir Path folder;

  private static Contract waiting(Duration span) {
    return doing(waitFor("pause", span), addTag("waited"));
  }

  @Test
  void aClockThatJumpsAheadRingsEverythingThatFellDue() {
    Contract contract = waiting(Duration.ofHours(1));
    try (var office = Office.opened(folder, contract)) {
      office.happens(missedCall(ANN));
      office.clock.moveTo(NOON.plus(Duration.ofMinutes(30)));
      office.happens(missedCall(BOB));

      office.clock.moveTo(NOON.plus(Duration.ofDays(30)));
      office.settle();

      assertThat(office.endings(ANN)).containsExactly("doing: done");
      assertThat(office.endings(BOB)).containsExactly("doing: done");
    }
  }

  @Test
  void aClockThatIsSetBackRingsNothingTwice() {
    Contract contract = waiting(Duration.ofHours(1));
    try (var office = Office.opened(folder, contract)) {
      office.happens(missedCall(ANN));
      office.passes(Duration.ofHours(1));

      office.clock.moveTo(NOON);
      office.settle();
      office.passes(Duration.ofHours(2));

      assertThat(office.endings(ANN)).containsExactly("doing: done");
      assertThat(office.run(ANN).journal())
          .extracting(JournalLine::words)
          .filteredOn(words -> words.startsWith("Adds the tag"))
          .hasSize(1);
    }
  }

  @Test
  void aClockThatIsSetBackWhileATimerIsInHandHasItRingOnceItIsDueAgain() {
    var contract = doing(waitFor("pause", Duration.ofHours(1)), sms("hello", HELLO));
    try (var office = Office.opened(folder, contract)) {
      office.happens(missedCall(ANN));
      office.crm.reads(new Read.TryLater<ContactSnapshot>(Duration.ofMinutes(10), "an outage"));
      office.passes(Duration.ofHours(1));
      assertThat(office.crm.texts(ANN)).isEmpty();

      office.clock.moveTo(NOON.plus(Duration.ofMinutes(30)));
      office.settle();
      assertThat(office.crm.texts(ANN)).isEmpty();

      office.passes(Duration.ofMinutes(30));
      assertThat(office.endings(ANN)).containsExactly("doing: done");
      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void timersThatFallDueTogetherAllRingHoweverFewAreWorkedOnAtOnce() {
    var few =
        new EngineConfig(
            1_000,
            2,
            2,
            Office.config().pace(),
            Looking.never(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(25));
    var crowd = IntStream.range(0, 40).mapToObj(number -> new ContactId("c" + number)).toList();
    try (var office = Office.opened(folder, few, waiting(Duration.ofHours(1)))) {
      crowd.forEach(contact -> office.crm.add(contact, contact.text()));
      crowd.forEach(contact -> office.arrives(missedCall(contact)));
      office.settle();

      office.passes(Duration.ofHours(1));

      assertThat(crowd)
          .allSatisfy(
              contact -> assertThat(office.endings(contact)).containsExactly("doing: done"));
    }
  }

  @Test
  void aClockThatRunsNeedsNobodyToMoveIt() throws InterruptedException {
    var clock = InstantSource.system();
    var crm = new FakeCrm(HERE, clock);
    crm.add(ANN, "Ann");
    var done = new CountDownLatch(1);
    crm.interrupted(done::countDown);
    var inbound = new FakeInbound();
    var store = SqliteStore.open(StoreConfig.of(folder.resolve("interlock.db")));
    try (var engine = new Engine(Office.config(), store, clock, new SimpleMeterRegistry())) {
      var set = new ContractSet(Office.operation(), List.of(waiting(Duration.ofSeconds(1))));
      engine.start();
      engine.install(
          new Installation(set, crm, inbound, Map.of(), Location.in(ZoneId.of("Europe/London"))));
      Map<String, String> headers =
          Map.of("signature", "good", "installation", "here", "delivery", "d1", "contact", "ann");
      engine
          .door(inbound)
          .accept(name -> headers.getOrDefault(name, ""), FakeInbound.body(missedCall(ANN)));

      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(crm.tags(ANN)).containsExactly("waited");
  }
}
