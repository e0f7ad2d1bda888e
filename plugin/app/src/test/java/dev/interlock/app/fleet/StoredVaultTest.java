package dev.interlock.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.app.wiring.DataFile;
import dev.interlock.crm.highlevel.oauth.AppKeys;
import dev.interlock.crm.highlevel.oauth.Authorized;
import dev.interlock.crm.highlevel.oauth.Holder;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.crm.highlevel.oauth.TokenVault;
import dev.interlock.crm.highlevel.oauth.TokenVault.Turn;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import dev.interlock.crm.highlevel.wire.TokenSource.Grant;
import dev.interlock.engine.Engine;
import dev.interlock.engine.EngineConfig;
import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.SandboxAgency;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.time.SandboxClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two who know nothing of each other keep tokens in one database.
class StoredVaultTest {
  private static final Holder RIVERSIDE = new Holder.Location(DemoAgency.RIVERSIDE);

  @TempDir private Path folder;
  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final SandboxAgency agency = SandboxAgency.start(DemoAgency.config(clock, 1));
  private final HighLevelConnection connection =
      HighLevelConnection.open(ApiConfig.at(agency.url()), clock);
  private final SealingKey key = SealingKey.random();
  private final List<String> lost = new CopyOnWriteArrayList<>();
  private Engine engine;

  @BeforeEach
  void open() {
    engine =
        new Engine(EngineConfig.usual(), DataFile.open(folder), clock, new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    engine.close();
    connection.close();
    agency.close();
  }

  private TokenVault vault() {
    return new StoredVault(engine, key, clock);
  }

  private OAuth oauth() {
    return new OAuth(
        new AppKeys(DemoAgency.CLIENT_ID, DemoAgency.CLIENT_SECRET, ""),
        connection,
        vault(),
        (holder, reason) -> reason.ifPresent(words -> lost.add(holder.text() + ": " + words)),
        clock);
  }

  private void passes(Duration span) {
    clock.advanceTo(clock.instant().plus(span));
  }

  @Test
  void oneOfThemRenewsAndBothHaveWhatCameOfIt() throws Exception {
    var code = agency.install(Installing.into(DemoAgency.RIVERSIDE)).code();
    assertThat(oauth().authorize(code)).isInstanceOf(Authorized.Location.class);
    var here = oauth().tokens(DemoAgency.RIVERSIDE, () -> "");
    var there = oauth().tokens(DemoAgency.RIVERSIDE, () -> "");

    for (int day = 1; day <= 10; day++) {
      passes(Duration.ofHours(25));
      together(here, there);
      // who was told to ask again does
      passes(Duration.ofSeconds(2));
      assertThat(here.token()).isInstanceOf(Grant.Valid.class).isEqualTo(there.token());
      assertThat(agency.records().tokenCount(DemoAgency.RIVERSIDE).refreshed()).isEqualTo(day);
    }
    assertThat(lost).isEmpty();
  }

  private static void together(TokenSource here, TokenSource there) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Callable<Grant>>();
      for (int i = 0; i < 8; i++) {
        all.add(i % 2 == 0 ? here::token : there::token);
      }
      for (var grant : threads.invokeAll(all)) {
        assertThat(grant.get()).isNotInstanceOf(Grant.Withdrawn.class);
      }
    }
  }

  @Test
  void theTurnToRenewIsOnesUntilThePairIsReplacedOrTheTurnEnds() {
    oauth().authorize(agency.install(Installing.into(DemoAgency.RIVERSIDE)).code());
    TokenVault here = vault();
    TokenVault there = vault();
    var kept = here.find(RIVERSIDE).orElseThrow();
    var now = clock.instant();
    var ends = now.plusSeconds(120);

    assertThat(here.take(RIVERSIDE, kept.number(), new Turn("here", now, ends))).isTrue();
    assertThat(there.take(RIVERSIDE, kept.number(), new Turn("there", now, ends))).isFalse();
    assertThat(here.take(RIVERSIDE, kept.number(), new Turn("here", now, ends))).isTrue();
    assertThat(there.take(RIVERSIDE, kept.number(), new Turn("there", ends, ends.plusSeconds(1))))
        .as("whoever had it has died")
        .isTrue();

    assertThat(there.keep(RIVERSIDE, kept.number(), kept.pair())).isTrue();
    assertThat(here.take(RIVERSIDE, kept.number(), new Turn("here", ends, ends.plusSeconds(1))))
        .as("it is another pair by now")
        .isFalse();
    long fresh = here.find(RIVERSIDE).orElseThrow().number();
    assertThat(here.take(RIVERSIDE, fresh, new Turn("here", ends, ends.plusSeconds(1)))).isTrue();
    assertThat(here.take(new Holder.Company("nobody"), 1, new Turn("here", now, ends))).isFalse();
  }

  /// Whoever had it was stopped in the middle, and the clock was set right before the next start.
  @Test
  void aTurnThatWasTakenByAClockThatWasAMonthAheadKeepsNobodyWaiting() {
    oauth().authorize(agency.install(Installing.into(DemoAgency.RIVERSIDE)).code());
    var kept = vault().find(RIVERSIDE).orElseThrow();
    var ahead = clock.instant().plus(Duration.ofDays(30));
    vault()
        .take(RIVERSIDE, kept.number(), new Turn("it was stopped", ahead, ahead.plusSeconds(120)));

    passes(Duration.ofHours(25));

    assertThat(oauth().tokens(DemoAgency.RIVERSIDE, () -> "").token())
        .isInstanceOf(Grant.Valid.class);
  }

  @Test
  void whoStartsMeanwhileTakesNobodysTurn() {
    oauth().authorize(agency.install(Installing.into(DemoAgency.RIVERSIDE)).code());
    var here = vault();
    var kept = here.find(RIVERSIDE).orElseThrow();
    var now = clock.instant();
    here.take(RIVERSIDE, kept.number(), new Turn("here", now, now.plusSeconds(120)));

    var starting = new StoredVault(engine, key, clock);
    starting.sealAnew();

    assertThat(starting.take(RIVERSIDE, kept.number(), new Turn("there", now, now.plusSeconds(1))))
        .isFalse();
    assertThat(starting.find(RIVERSIDE)).contains(kept);
    assertThat(here.keep(RIVERSIDE, kept.number(), kept.pair())).isTrue();
  }

  @Test
  void nobodyKnowsWhenTokensWereHadByAClockThatWasAheadAndHasBeenSetBack() {
    oauth().authorize(agency.install(Installing.into(DemoAgency.RIVERSIDE)).code());
    var kept = vault().find(RIVERSIDE).orElseThrow();
    var now = clock.instant();
    var ahead = new StoredVault(engine, key, () -> now.plus(Duration.ofDays(30)));
    assertThat(ahead.keep(RIVERSIDE, kept.number(), kept.pair())).isTrue();

    assertThat(ahead.keptAt(RIVERSIDE)).contains(now.plus(Duration.ofDays(30)));
    assertThat(new StoredVault(engine, key, clock).keptAt(RIVERSIDE)).isEmpty();
  }

  @Test
  void aSecondProcessIsTurnedAwayWhereTheDatabaseIsAFile() {
    assertThatThrownBy(() -> DataFile.open(folder))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("in use by another Interlock");
    assertThat(vault().find(RIVERSIDE)).isEqualTo(Optional.empty());
  }
}
