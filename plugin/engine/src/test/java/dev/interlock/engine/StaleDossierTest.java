package dev.interlock.engine;

import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Dossiers;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.decide.Result;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.store.sql.SqliteStore;
import dev.interlock.engine.store.sql.StoreConfig;
import dev.interlock.engine.work.Time;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a decision remembers of a contact may be out of date, where somebody else decides too.
class StaleDossierTest {
  @TempDir Path folder;

  @Test
  void whatSomebodyElseStoredMeanwhileIsSeen() {
    var office = Office.opened(folder, textBack());
    office.close();
    try (var store = SqliteStore.open(StoreConfig.of(folder.resolve("interlock.db")))) {
      var time = new Time(office.clock);
      var desk = Desk.furnish(office.installation(textBack()), store, time.now());
      var here = new Decisions(desk, store, time, new Unheard(), new Dossiers());
      var there = new Decisions(desk, store, time, new Unheard(), new Dossiers());
      DomainEvent called = missedCall(ANN);
      DomainEvent first = reply(ANN, "hello?");
      office.clock.moveTo(office.clock.instant().plusSeconds(1));
      DomainEvent second = reply(ANN, "stop");

      long before = version(store);
      for (var step : List.of(told(here, called), told(there, first), told(here, second))) {
        assertThat(step).isEqualTo(new Result.Settled());
      }
      // heard twice, by somebody who does not know that it was heard
      assertThat(told(there, second)).isEqualTo(new Result.Settled());

      Set<String> known =
          store.read((Tables tables) ->
              tables.events().known(HERE, List.of(called.id(), first.id(), second.id())));
      assertThat(known).hasSize(3);
      assertThat(version(store)).isEqualTo(before + 3);
      List<Runs.Stored> runs = store.read((Tables tables) -> tables.runs().underWay(HERE, ANN));
      assertThat(runs).hasSize(1);
    }
  }

  @Test
  void aTimerRingsAlsoForWhoRemembersNoRun() {
    var waits = doing(waitFor("pause", hours(1)), addTag("waited"));
    var office = Office.opened(folder, waits);
    office.close();
    try (var store = SqliteStore.open(StoreConfig.of(folder.resolve("interlock.db")))) {
      var time = new Time(office.clock);
      var desk = Desk.furnish(office.installation(waits), store, time.now());
      var here = new Decisions(desk, store, time, new Unheard(), new Dossiers());
      var there = new Decisions(desk, store, time, new Unheard(), new Dossiers());
      told(here, reply(ANN, "hello?"));
      told(there, missedCall(ANN));
      assertThat(standing(store)).isInstanceOf(Standing.Waiting.class);

      rings(here, office, store);

      assertThat(standing(store)).isInstanceOf(Standing.Commanded.class);
    }
  }

  private static void rings(Decisions decisions, Office office, Store store) {
    Run run = only(store);
    Instant alarm = run.standing().alarm().orElseThrow();
    office.clock.moveTo(alarm);
    assertThat(decisions.decide(ANN, new Matter.Due(run.id(), alarm)))
        .isEqualTo(new Result.Settled());
  }

  private static Run only(Store store) {
    return store.read((Tables tables) -> tables.runs().underWay(HERE, ANN)).getFirst().run();
  }

  private static Standing standing(Store store) {
    return only(store).standing();
  }

  private static long version(Store store) {
    return store.read((Tables tables) -> tables.contacts().find(HERE, ANN)).version();
  }

  private static Result told(Decisions decisions, DomainEvent event) {
    return decisions.decide(ANN, new Matter.Heard(List.of(event), false));
  }
}
