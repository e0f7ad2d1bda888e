package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.SettingName;
import dev.interlock.engine.desk.Installation;
import dev.interlock.engine.desk.Location;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.sql.SqliteStore;
import dev.interlock.engine.store.sql.StoreConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An installation is at work, or it is not there: whatever fails on the way, it can be tried
/// again.
class InstallAgainTest {
  @TempDir Path folder;

  @Test
  void whateverFailsOnTheWayItCanBeInstalledAgain() throws Exception {
    int failed = 0;
    boolean isThrough = false;
    for (int use = 0; !isThrough; use++) {
      var file = folder.resolve("interlock-" + use + ".db");
      var clock = new TestClock(Office.NOON);
      var crm = new FakeCrm(HERE, clock);
      crm.add(ANN, "Ann");
      var inbound = new FakeInbound();
      var installation =
          new Installation(
              new ContractSet(operation(), List.of(textBack())),
              crm,
              inbound,
              Map.of(new SettingName("bookingLink"), "https://book.example"),
              new Location("Riverside Dental", "+15550199", ZoneId.of("Europe/London")));
      var store = new FailingStore(SqliteStore.open(StoreConfig.of(file)));
      try (var engine = new Engine(Office.config(), store, clock, new SimpleMeterRegistry())) {
        engine.start();
        store.until.set(use);
        try {
          engine.install(installation);
          // what fails later is the pumps' own, and they look again
          isThrough = true;
        } catch (StoreException problem) {
          assertThat(problem).hasMessageContaining("the disk is full");
          failed++;
          engine.install(installation);
        }
        store.until.set(Integer.MAX_VALUE);
        engine.settle();
        assertThatThrownBy(() -> engine.install(installation)).isInstanceOf(EngineException.class);

        var headers =
            Map.of(
                "signature",
                "good",
                "installation",
                HERE.text(),
                "delivery",
                "d1",
                "contact",
                ANN.text());
        engine
            .door(inbound)
            .accept(name -> headers.getOrDefault(name, ""), FakeInbound.body(missedCall(ANN)));
        engine.settle();
        assertThat(crm.texts(ANN)).as("after failure %d", use).hasSize(1);
      }
    }
    assertThat(failed).isPositive();
  }
}
