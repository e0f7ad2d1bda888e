package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.DomainEvent;
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

  private static long version(Store store) {
    return store.read((Tables tables) -> tables.contacts().find(HERE, ANN)).version();
  }

  private static Result told(Decisions decisions, DomainEvent event) {
    return decisions.decide(ANN, new Matter.Heard(List.of(event), false));
  }
}
