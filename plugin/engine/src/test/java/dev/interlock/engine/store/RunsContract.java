package dev.interlock.engine.store;

import static dev.interlock.engine.store.Samples.ANN;
import static dev.interlock.engine.store.Samples.BOB;
import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.NURTURE;
import static dev.interlock.engine.store.Samples.TEXT_BACK;
import static dev.interlock.engine.store.Samples.THERE;
import static dev.interlock.engine.store.Samples.ended;
import static dev.interlock.engine.store.Samples.run;
import static dev.interlock.engine.store.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every store promises of runs.
interface RunsContract {
  Store store();

  private void write(Store.Work<?> work) {
    store().write(work::in).join();
  }

  private void add(Run run) {
    write(tables -> {
      tables.runs().add(HERE, run, NOON);
      return true;
    });
  }

  private Runs.Stored find(String run) {
    return store().read((Tables tables) -> tables.runs().find(HERE, new RunId(run))).orElseThrow();
  }

  @Test
  default void aRunIsFoundAsItWasAdded() {
    add(run("r1", ANN));

    assertThat(find("r1").run()).isEqualTo(run("r1", ANN));
  }

  @Test
  default void aRunFollowsAnotherVersion() {
    add(run("r1", ANN));
    var other = "b".repeat(64);
    var version = new Versions.Version(TEXT_BACK, other, "Text-back", "another text");
    write(tables -> {
      var loaded = new Versions.Loaded("o".repeat(64), "the operation", List.of(version));
      tables.versions().activate(HERE, loaded, NOON);
      tables.runs().follow(HERE, find("r1").run().following(other));
      return true;
    });

    assertThat(find("r1").run()).isEqualTo(run("r1", ANN).following(other));
  }

  @Test
  default void oneContactHasOneRunOfAContractUnderWayPerKey() {
    add(run("r1", ANN));

    assertThatThrownBy(() -> add(run("r2", ANN))).hasCauseInstanceOf(ConflictException.class);
  }

  @Test
  default void anotherContractAnotherContactAndAnotherInstallationAreFree() {
    add(run("r1", ANN));
    add(run("r2", ANN, NURTURE));
    add(run("r3", BOB));
    write(tables -> {
      tables.runs().add(THERE, run("r1", ANN), NOON);
      return true;
    });

    assertThat(store().read((Tables tables) -> tables.runs().underWay(HERE, ANN))).hasSize(2);
  }

  @Test
  default void theNextRunMayBeginWhenTheLastIsOver() {
    add(run("r1", ANN));
    write(tables -> {
      tables.runs().replace(HERE, find("r1"), run("r1", ANN).at(ended("booked")), NOON);
      tables.runs().add(HERE, run("r2", ANN), NOON);
      return true;
    });

    assertThat(store().read((Tables tables) -> tables.runs().ended(HERE, ANN)))
        .singleElement()
        .satisfies(past -> assertThat(past.exit().text()).isEqualTo("booked"));
  }

  @Test
  default void aRunThatChangedMeanwhileIsNotReplaced() {
    add(run("r1", ANN));
    Runs.Stored seen = find("r1");
    Store.Work<Boolean> replace =
        tables -> {
          tables.runs().replace(HERE, seen, seen.run().at(ended("booked")), NOON);
          return true;
        };
    write(replace);

    assertThatThrownBy(() -> write(replace)).hasCauseInstanceOf(ConflictException.class);
  }

  @Test
  default void callsToTheCrmAreAddedUpWhicheverWayTheyAreStored() {
    write(tables -> {
      tables.runs().add(HERE, run("r1", ANN), 1, NOON);
      return true;
    });
    write(tables -> {
      tables.runs().replace(HERE, find("r1"), run("r1", ANN).at(waiting(NOON)), 2, NOON);
      tables.runs().called(HERE, new RunId("r1"), 4);
      return true;
    });

    assertThat(store().records().run(HERE, new RunId("r1")).orElseThrow().summary().calls())
        .isEqualTo(7);
  }

  @Test
  default void timersAreDueInTheirOrderAndNotBefore() {
    Instant later = NOON.plus(Duration.ofHours(2));
    add(run("r1", ANN).at(waiting(later)));
    add(run("r2", BOB).at(waiting(NOON)));
    add(run("r3", BOB, NURTURE).at(waiting(later.plusSeconds(1))));

    assertThat(store().read((Tables tables) -> tables.runs().nextAlarm(HERE, NOON.minusSeconds(1))))
        .contains(NOON);
    assertThat(store().read((Tables tables) -> tables.runs().due(HERE, later, 10)))
        .extracting(Runs.Due::run)
        .containsExactly(new RunId("r2"), new RunId("r1"));
    assertThat(store().read((Tables tables) -> tables.runs().due(THERE, later, 10))).isEmpty();
  }

  @Test
  default void anAlarmBetweenTwoMicrosecondsRingsAfterIt() {
    Instant between = NOON.plusNanos(1500);
    add(run("r1", ANN).at(waiting(between)));

    Instant next =
        store()
            .read((Tables tables) -> tables.runs().nextAlarm(HERE, NOON.minusSeconds(1)))
            .orElseThrow();

    assertThat(next).isAfterOrEqualTo(between);
    assertThat(store().read((Tables tables) -> tables.runs().due(HERE, NOON.plusNanos(1000), 10)))
        .isEmpty();
    assertThat(store().read((Tables tables) -> tables.runs().due(HERE, next, 10)))
        .extracting(Runs.Due::alarm)
        .containsExactly(between);
  }

  @Test
  default void saysOnWhichVersionsRunsAreUnderWay() {
    assertThat(store().read((Tables tables) -> tables.runs().versions(HERE))).isEmpty();
    store()
        .write(tables -> {
          tables.runs().add(HERE, run("r1", ANN), NOON);
          tables.runs().add(HERE, run("r2", ANN, Samples.NURTURE), NOON);
          tables.runs().add(HERE, run("r3", BOB), NOON);
          return true;
        })
        .join();

    assertThat(store().read((Tables tables) -> tables.runs().versions(HERE)))
        .containsExactlyInAnyOrder(
            new Runs.OnVersion(Samples.TEXT_BACK, Samples.HASH),
            new Runs.OnVersion(Samples.NURTURE, Samples.HASH));
  }
}
