package dev.interlock.engine;

import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.SettingName;
import dev.interlock.engine.desk.Installation;
import dev.interlock.engine.desk.Location;
import dev.interlock.engine.inbox.Answer;
import dev.interlock.engine.store.sql.SqliteStore;
import dev.interlock.engine.store.sql.StoreConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing can be stored for a while.
class FullDiskTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  private final TestClock clock = new TestClock(NOON);
  private final FakeCrm crm = new FakeCrm(HERE, clock);
  private final FakeInbound inbound = new FakeInbound();
  private FailingStore store;
  private Engine engine;

  @BeforeEach
  void open() {
    crm.add(ANN, "Ann");
    store = new FailingStore(SqliteStore.open(StoreConfig.of(folder.resolve("interlock.db"))));
    engine = new Engine(Office.config(), store, clock, new SimpleMeterRegistry());
    engine.install(
        new Installation(
            new ContractSet(operation(), List.of(doing(waitFor("pause", HOUR), addTag("waited")))),
            crm,
            inbound,
            Map.of(new SettingName("bookingLink"), "https://book.example"),
            Location.in(ZoneId.of("Europe/London"))));
    engine.start();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Answer deliver(String id, DomainEvent event) {
    var headers =
        Map.of("signature", "good", "installation", "here", "delivery", id, "contact", "ann");
    return engine
        .door(inbound)
        .accept(name -> headers.getOrDefault(name, ""), FakeInbound.body(event));
  }

  @Test
  void aWebhookIsAskedToComeAgainAndAnOperatorIsToldWhy() throws Exception {
    store.isFull = true;

    assertThat(deliver("d1", missedCall(ANN)).status()).isEqualTo(429);
    assertThat(engine.whyNothingIsStored())
        .contains(
            "The disk is full, so that nothing can be stored. Make room: work goes on by itself"
                + " then.");

    store.isFull = false;
    assertThat(engine.whyNothingIsStored()).isEmpty();
    assertThat(deliver("d1", missedCall(ANN)).status()).isEqualTo(200);
    engine.settle();
    assertThat(engine.records().story(HERE, ANN).orElseThrow().runs()).hasSize(1);
  }

  @Test
  void aTimerThatFellDueMeanwhileRingsSecondsAfterThereIsRoom() throws Exception {
    deliver("d1", missedCall(ANN));
    engine.settle();
    store.isFull = true;
    clock.moveTo(NOON.plus(HOUR));
    engine.settle();
    assertThat(crm.tags(ANN)).as("nothing is done that cannot be written down").isEmpty();

    store.isFull = false;
    clock.moveTo(NOON.plus(HOUR).plusSeconds(5));
    engine.settle();

    assertThat(crm.tags(ANN)).containsExactly("waited");
  }
}
