package dev.interlock.engine.store;

import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.crm.Span;
import dev.interlock.engine.store.Rounds.Count;
import dev.interlock.engine.store.Rounds.Leg;
import dev.interlock.engine.store.Rounds.Round;
import dev.interlock.engine.store.Rounds.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What every store promises of readings of the CRM.
interface RoundsContract {
  Instant LATER = NOON.plus(Duration.ofHours(1));
  Leg LEG = new Leg(new Span(NOON, NOON.plusSeconds(60)), LATER, new Cursor("page 2"));

  Store store();

  private <T> T asked(Function<Rounds, T> question) {
    return store().write(tables -> question.apply(tables.rounds())).join();
  }

  private void change(Consumer<Rounds> change) {
    asked(rounds -> {
      change.accept(rounds);
      return true;
    });
  }

  private Round round() {
    List<Round> all = store().read((Tables tables) -> tables.rounds().all(HERE));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private void watch() {
    change(rounds -> rounds.watch(HERE, Kind.MESSAGES, NOON));
  }

  private boolean isNew(InstallationId installation) {
    return asked(rounds -> rounds.isNew(installation, seen(NOON)));
  }

  private static Sighting seen(Instant at) {
    return new Sighting(Kind.MESSAGES, "m1", "sent", "ann", at, "{}");
  }

  @Test
  default void watchingBeginsOnceAndARoundIsDueAtEveryStart() {
    watch();
    change(rounds -> rounds.through(HERE, Kind.MESSAGES, LEG, new Schedule(LATER, LATER), NOON));
    change(rounds -> rounds.watch(HERE, Kind.MESSAGES, LATER.plusSeconds(9)));

    assertThat(round().watched()).isEqualTo(NOON);
    assertThat(round().through()).isEqualTo(LATER);
    assertThat(round().next()).isEqualTo(LATER.plusSeconds(9));
    assertThat(store().read((Tables tables) -> tables.rounds().all(THERE))).isEmpty();
  }

  @Test
  default void aRoundGoesOnWhereItWas() {
    watch();
    change(rounds -> rounds.goesOn(HERE, Kind.MESSAGES, LEG));

    assertThat(round().leg()).contains(LEG);
    assertThat(round().through()).isEqualTo(NOON);
  }

  @Test
  default void anObstacleMovesNothing() {
    watch();
    change(rounds -> rounds.goesOn(HERE, Kind.MESSAGES, LEG));
    for (int i = 0; i < 2; i++) {
      change(rounds -> rounds.stopped(HERE, Kind.MESSAGES, Optional.of(LEG), LATER, "not now"));
    }

    assertThat(round().leg()).contains(LEG);
    assertThat(round().through()).isEqualTo(NOON);
    assertThat(round().vain()).isEqualTo(2);
    assertThat(round().obstacle()).isEqualTo("not now");
    assertThat(round().next()).isEqualTo(LATER);

    change(rounds -> rounds.through(HERE, Kind.MESSAGES, LEG, new Schedule(LATER, LATER), NOON));
    assertThat(round().leg()).isEmpty();
    assertThat(round().vain()).isZero();
    assertThat(round().obstacle()).isEmpty();
    assertThat(round().lookedAt()).contains(LATER);
  }

  @Test
  default void onlyWhatCouldNotGoOnIsHastened() {
    watch();
    change(rounds -> rounds.watch(HERE, Kind.MESSAGES, LATER));
    change(rounds -> rounds.hasten(HERE, NOON));
    assertThat(round().next()).isEqualTo(LATER);

    change(rounds -> rounds.stopped(HERE, Kind.MESSAGES, Optional.of(LEG), LATER, "not now"));
    change(rounds -> rounds.hasten(HERE, NOON));
    assertThat(round().next()).isEqualTo(NOON);
  }

  @Test
  default void theSameIsSeenOnceUntilItIsForgotten() {
    watch();
    assertThat(isNew(HERE)).isTrue();
    assertThat(isNew(HERE)).isFalse();
    assertThat(isNew(THERE)).isTrue();

    change(rounds ->
        rounds.through(HERE, Kind.MESSAGES, LEG, new Schedule(LATER, LATER), NOON.plusSeconds(1)));
    assertThat(isNew(HERE)).isTrue();
    assertThat(isNew(THERE)).isFalse();
  }

  @Test
  default void whatIsWatchedNoLongerBeginsAnewIfItEverIsAgain() {
    watch();
    change(rounds -> rounds.met(HERE, Kind.MESSAGES, 12, 7));
    change(rounds -> rounds.unwatch(THERE, Kind.MESSAGES));
    assertThat(round().count().met()).isEqualTo(12);

    change(rounds -> rounds.unwatch(HERE, Kind.MESSAGES));
    assertThat(store().read((Tables tables) -> tables.rounds().all(HERE))).isEmpty();

    change(rounds -> rounds.watch(HERE, Kind.MESSAGES, LATER));
    assertThat(round().watched()).isEqualTo(LATER);
    assertThat(round().count()).isEqualTo(new Count(0, 0, 0));
  }

  @Test
  default void countsAddUp() {
    watch();
    change(rounds -> rounds.met(HERE, Kind.MESSAGES, 12, 7));
    change(rounds -> rounds.became(HERE, Kind.MESSAGES, false));
    change(rounds -> rounds.became(HERE, Kind.MESSAGES, true));

    assertThat(round().count()).isEqualTo(new Count(12, 8, 1));
  }
}
