package dev.interlock.engine;

import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.engine.Contracts.HELLO;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.dsl.Steps;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.core.program.NodeId;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Dossiers;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.read.AuditLine;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.store.sql.SqliteStore;
import dev.interlock.engine.store.sql.StoreConfig;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Time;
import dev.interlock.engine.work.Turns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that operators move to another version of their contract.
class MigrationTest {
  private static final Map<NodeId, NodeId> RENAMED =
      Map.of(new NodeId("answer"), new NodeId("reply"));

  @TempDir Path folder;

  private static Contract listening(String await, String tag) {
    return doing(
        await(await).when(replied()).then(Steps.addTag(tag)).silentFor(days(1)).then(idle()));
  }

  private static Step idle() {
    return Steps.addTag("silent");
  }

  private static String hash(Contract contract) {
    return ContentHash.of(contract).hex();
  }

  private static Operator.Answer move(Office office, Contract to, Map<NodeId, NodeId> named) {
    var run = office.run(ANN).summary().run();
    return office.engine.operator(HERE).migrate(run, hash(to), named, "Eve").join();
  }

  @Test
  void aMovedRunGoesOnInTheNewVersionAlsoAfterARestart() {
    var office = Office.opened(folder, listening("answer", "old"));
    office.happens(missedCall(ANN));
    Contract fresh = listening("reply", "new");
    office.goesLive(fresh);
    assertThat(office.run(ANN).summary().hash()).isEqualTo(hash(listening("answer", "old")));

    assertThat(move(office, fresh, RENAMED)).isEqualTo(new Operator.Answer.Done());

    var summary = office.run(ANN).summary();
    assertThat(summary.hash()).isEqualTo(hash(fresh));
    assertThat(summary.place()).contains(new NodeId("reply"));
    assertThat(office.records().audit(HERE, 1))
        .extracting(AuditLine::what)
        .containsExactly("moved the run to version " + hash(fresh));
    try (var restarted = office.restarted(fresh)) {
      restarted.happens(reply(ANN, "yes"));
      assertThat(restarted.crm.tags(ANN)).containsExactly("new");
      assertThat(restarted.endings(ANN)).containsExactly("doing: done");
    }
  }

  @Test
  void whatItWaitsForIsDueWhenItWas() {
    try (var office = Office.opened(folder, listening("answer", "old"))) {
      office.happens(missedCall(ANN));
      office.passes(Duration.ofHours(20));
      Contract fresh = listening("reply", "new");
      office.goesLive(fresh);
      move(office, fresh, RENAMED);

      office.passes(Duration.ofHours(4));

      assertThat(office.crm.tags(ANN)).containsExactly("silent");
    }
  }

  @Test
  void aRunWithoutACounterpartStaysOnItsVersion() {
    try (var office = Office.opened(folder, listening("answer", "old"))) {
      office.happens(missedCall(ANN));
      Contract fresh = doing(waitFor("answer", days(2)));
      office.goesLive(fresh);

      assertThat(move(office, fresh, Map.of()))
          .isEqualTo(new Operator.Answer.Refused("answer is a wait there, and not an await"));
      assertThat(office.records().audit(HERE, 10)).isEmpty();
      office.happens(reply(ANN, "yes"));
      assertThat(office.crm.tags(ANN)).containsExactly("old");
    }
  }

  @Test
  void onlyTheVersionThatTakesNewEntriesIsMovedTo() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);

      assertThat(move(office, textBack(), Map.of()))
          .isEqualTo(new Operator.Answer.Refused("it is on that version already"));
      assertThat(move(office, textBack(HELLO + "!"), Map.of()))
          .isInstanceOfSatisfying(
              Operator.Answer.Refused.class,
              refused -> assertThat(refused.why()).endsWith("takes no new entries"));
    }
  }

  @Test
  void nothingIsMovedToAVersionThatIsReplacedBeforeItIsDecided() {
    var old = listening("answer", "old");
    var fresh = listening("answer", "new");
    var freshest = listening("answer", "newest");
    var office = Office.opened(folder, old);
    office.happens(missedCall(ANN));
    var run = office.run(ANN).summary().run();
    office.goesLive(fresh);
    office.close();
    try (var store = SqliteStore.open(StoreConfig.of(folder.resolve("interlock.db")))) {
      var desk = Desk.furnish(office.installation(fresh), store, NOON);
      // a decision looks at the clock before it looks at what is live
      var time =
          new Time(() -> {
            desk.refurnish(office.installation(freshest), store, NOON);
            return NOON;
          });
      var turns = new Turns(new Activity(), new Time(office.clock));
      var decisions = new Decisions(desk, store, time, new Unheard(), new Dossiers());
      var operator = new Operator(desk, store, turns, decisions, new Unheard(), time);

      var answer = operator.migrate(run, hash(fresh), Map.of(), "Eve").join();

      assertThat(answer)
          .isEqualTo(
              new Operator.Answer.Refused("version " + hash(fresh) + " takes no new entries"));
    }
    try (var restarted = office.restarted(freshest)) {
      assertThat(restarted.run(ANN).summary().hash()).isEqualTo(hash(old));
      assertThat(restarted.records().audit(HERE, 10)).isEmpty();
    }
  }

  @Test
  void aMovedRunKeepsItsLane() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      Contract fresh = textBack(HELLO + "!");
      office.goesLive(fresh);

      assertThat(move(office, fresh, Map.of())).isEqualTo(new Operator.Answer.Done());

      assertThat(office.records().lanes(HERE))
          .extracting(line -> line.run())
          .containsExactly(office.run(ANN).summary().run());
      office.happens(reply(ANN, "yes"));
      assertThat(office.endings(ANN)).containsExactly("text-back: answered");
      assertThat(office.records().lanes(HERE)).isEmpty();
    }
  }
}
