package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Directory;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.crm.highlevel.oauth.AppKeys;
import dev.interlock.crm.highlevel.oauth.Authorized;
import dev.interlock.crm.highlevel.oauth.Holder;
import dev.interlock.crm.highlevel.oauth.InstalledLocation;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.crm.highlevel.oauth.TokenPair;
import dev.interlock.crm.highlevel.oauth.TokenVault;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import dev.interlock.sandbox.market.Conduct;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.time.SandboxClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Our app lets itself into an agency's accounts, and keeps its tokens valid.
class OurTokensTest {
  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final SandboxAgency agency = SandboxAgency.start(DemoAgency.config(clock, 1));

  /// How far the clock of our machine is ahead.
  private Duration ahead = Duration.ZERO;

  private final InstantSource ours = () -> clock.instant().plus(ahead);
  private final HighLevelConnection connection =
      HighLevelConnection.open(ApiConfig.at(agency.url()), ours);
  private final Vault vault = new Vault();
  private final List<String> lost = new ArrayList<>();
  private final OAuth oauth = oauth();

  private OAuth oauth() {
    return new OAuth(
        new AppKeys(DemoAgency.CLIENT_ID, DemoAgency.CLIENT_SECRET, ""),
        connection,
        vault,
        this::lost,
        ours);
  }

  private void lost(Holder holder, Optional<String> reason) {
    if (holder instanceof Holder.Location) {
      lost.add(holder.id() + ": " + reason.orElse("found again"));
    }
  }

  @AfterEach
  void close() {
    connection.close();
    agency.close();
  }

  /// In memory, and told bytes, as one on disk.
  private static final class Vault implements TokenVault {
    private record Row(String bytes, long number) {}

    private boolean isFull;
    private volatile Optional<CyclicBarrier> together = Optional.empty();
    private final Map<Holder, Turn> turns = new ConcurrentHashMap<>();
    private final Map<Holder, Row> rows = new ConcurrentHashMap<>();

    @Override
    public Optional<Kept> find(Holder holder) {
      together.ifPresent(OurTokensTest::await);
      return Optional.ofNullable(rows.get(holder))
          .map(row ->
              new Kept(TokenPair.of(row.bytes().getBytes(StandardCharsets.UTF_8)), row.number()));
    }

    @Override
    public synchronized boolean keep(Holder holder, long seen, TokenPair pair) {
      long number = find(holder).map(Kept::number).orElse(0L);
      if (isFull) {
        throw new IllegalStateException("the disk is full");
      }
      if (number != seen) {
        return false;
      }
      turns.remove(holder);
      rows.put(holder, new Row(new String(pair.reveal(), StandardCharsets.UTF_8), number + 1));
      return true;
    }

    @Override
    public synchronized boolean take(Holder holder, long seen, Turn turn) {
      Turn now =
          turns.merge(
              holder,
              turn,
              (old, mine) ->
                  old.of().equals(mine.of()) || !old.ends().isAfter(mine.begins()) ? mine : old);
      return now.of().equals(turn.of())
          && Optional.ofNullable(rows.get(holder)).filter(row -> row.number() == seen).isPresent();
    }

    @Override
    public void drop(Holder holder) {
      rows.remove(holder);
    }
  }

  private HighLevelCrm crm(String location, String company) {
    var api = connection.location(location, oauth.tokens(location, () -> company));
    return HighLevelCrm.of(location, api, clock);
  }

  private void installedAlone(String location) {
    assertThat(oauth.authorize(agency.install(Installing.into(location)).code()))
        .isEqualTo(new Authorized.Location(location, DemoAgency.COMPANY_ID));
  }

  private void installedByTheAgency(String... locations) {
    assertThat(oauth.authorize(agency.install(Installing.bulk(locations)).code()))
        .isEqualTo(new Authorized.Company(DemoAgency.COMPANY_ID));
  }

  private static void works(HighLevelCrm crm) {
    assertThat(crm.directory()).isInstanceOf(Read.Got.class);
  }

  private long refreshed(String location) {
    return agency.records().tokenCount(location).refreshed();
  }

  @Test
  void entersTheAccountOfWhoeverInstalls() {
    installedAlone(DemoAgency.RIVERSIDE);

    var crm = crm(DemoAgency.RIVERSIDE, DemoAgency.COMPANY_ID);

    works(crm);
    assertThat(crm.installation()).isEqualTo(new InstallationId(DemoAgency.RIVERSIDE));
  }

  @Test
  void entersAllAccountsOfAnAgencyThatInstallsForThem() {
    installedByTheAgency(DemoAgency.RIVERSIDE, DemoAgency.HILLSIDE);

    assertThat(oauth.installed(DemoAgency.COMPANY_ID))
        .isInstanceOfSatisfying(
            Read.Got.class,
            got ->
                assertThat((List<?>) got.value())
                    .extracting(row -> ((InstalledLocation) row).id())
                    .containsExactlyInAnyOrder(DemoAgency.RIVERSIDE, DemoAgency.HILLSIDE));
    for (String location : List.of(DemoAgency.RIVERSIDE, DemoAgency.HILLSIDE)) {
      assertThat(oauth.mint(DemoAgency.COMPANY_ID, location))
          .isEqualTo(new Authorized.Location(location, DemoAgency.COMPANY_ID));
      works(crm(location, DemoAgency.COMPANY_ID));
    }
    assertThat(oauth.mint(DemoAgency.COMPANY_ID, DemoAgency.LAKESIDE))
        .isInstanceOf(Authorized.Refused.class);
    assertThat(oauth.mint("another", DemoAgency.LAKESIDE))
        .isEqualTo(new Authorized.Refused("the agency has not let us in"));
  }

  @Test
  void takesACodeOnce() {
    var redirect = agency.install(Installing.into(DemoAgency.RIVERSIDE));
    assertThat(oauth.authorize(redirect.code())).isInstanceOf(Authorized.Location.class);

    assertThat(oauth.authorize(redirect.code())).isInstanceOf(Authorized.Refused.class);
    assertThat(oauth.authorize("made up")).isInstanceOf(Authorized.Refused.class);
    works(crm(DemoAgency.RIVERSIDE, ""));
  }

  @Test
  void renewsALittleBeforeATokenExpires() {
    installedAlone(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, "");
    works(crm);
    assertThat(refreshed(DemoAgency.RIVERSIDE)).isZero();

    clock.advanceTo(clock.instant().plus(Duration.ofHours(24)).minusSeconds(300));
    works(crm);

    assertThat(refreshed(DemoAgency.RIVERSIDE)).isOne();
    assertThat(agency.records().location(DemoAgency.RIVERSIDE).requests())
        .allSatisfy(request -> assertThat(request.status()).isEqualTo(200));
  }

  @Test
  void renewsOnceHoweverManyAskAtTheSameTime() throws Exception {
    installedAlone(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, "");
    clock.advanceTo(clock.instant().plus(Duration.ofDays(2)));

    var answers = new ArrayList<Future<Read<Directory>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(crm::directory));
      }
    }

    for (var answer : answers) {
      assertThat(answer.get()).isInstanceOf(Read.Got.class);
    }
    assertThat(refreshed(DemoAgency.RIVERSIDE)).isOne();
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException problem) {
      throw new IllegalStateException(problem);
    }
  }

  @Test
  void renewsOnceWhereAnotherProcessSharesTheVault() throws Exception {
    installedAlone(DemoAgency.RIVERSIDE);
    var here = oauth().tokens(DemoAgency.RIVERSIDE, () -> "");
    var there = oauth().tokens(DemoAgency.RIVERSIDE, () -> "");
    clock.advanceTo(clock.instant().plus(Duration.ofDays(2)));
    var both = new CyclicBarrier(2, () -> vault.together = Optional.empty());
    // each has seen the old pair before the other renews it
    vault.together = Optional.of(both);

    List<TokenSource.Grant> grants;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(here::token);
      var second = threads.submit(there::token);
      grants = List.of(first.get(), second.get());
    }

    assertThat(refreshed(DemoAgency.RIVERSIDE)).isOne();
    assertThat(grants).hasAtLeastOneElementOfType(TokenSource.Grant.Valid.class);
    assertThat(lost).noneMatch(words -> words.contains("no agency"));
    clock.advanceTo(clock.instant().plusSeconds(2));
    assertThat(here.token()).isInstanceOf(TokenSource.Grant.Valid.class).isEqualTo(there.token());
    assertThat(refreshed(DemoAgency.RIVERSIDE)).isOne();
  }

  @Test
  void renewsWhatAProcessThatDiedWasRenewing() {
    installedAlone(DemoAgency.RIVERSIDE);
    var holder = new Holder.Location(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, "");
    clock.advanceTo(clock.instant().plus(Duration.ofDays(2)));
    var now = clock.instant();
    vault.take(
        holder,
        vault.find(holder).orElseThrow().number(),
        new TokenVault.Turn("it died", now, now.plusSeconds(120)));

    assertThat(crm.directory())
        .isInstanceOfSatisfying(
            Read.TryLater.class,
            later -> assertThat(later.reason()).contains("another process is renewing it"));
    clock.advanceTo(clock.instant().plusSeconds(120));

    works(crm);
    assertThat(lost).noneMatch(words -> words.contains("no agency"));
  }

  @Test
  void goesOnAfterATokenWasRevokedInTheMiddle() {
    installedAlone(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, "");
    works(crm);

    agency.expireTokens(DemoAgency.RIVERSIDE);
    works(crm);

    assertThat(refreshed(DemoAgency.RIVERSIDE)).isOne();
    assertThat(lost).containsOnly(DemoAgency.RIVERSIDE + ": found again");
  }

  @Test
  void goesOnWithWhatWasKeptAfterARestart() {
    installedAlone(DemoAgency.RIVERSIDE);
    works(crm(DemoAgency.RIVERSIDE, ""));

    var restarted = oauth();
    var api =
        connection.location(DemoAgency.RIVERSIDE, restarted.tokens(DemoAgency.RIVERSIDE, () -> ""));
    works(HighLevelCrm.of(DemoAgency.RIVERSIDE, api, clock));

    assertThat(agency.records().tokenCount(DemoAgency.RIVERSIDE).minted()).isOne();
  }

  @Test
  void hasTheAgencyMakeAnotherTokenWhenAnAnswerWasLost() {
    installedByTheAgency(DemoAgency.RIVERSIDE);
    oauth.mint(DemoAgency.COMPANY_ID, DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, DemoAgency.COMPANY_ID);
    works(crm);
    agency.expireTokens(DemoAgency.RIVERSIDE);

    agency.behave(Conduct.GOOD.losingTokenAnswers(1.0));
    assertThat(crm.directory()).isInstanceOf(Read.TryLater.class);
    agency.behave(Conduct.GOOD);
    clock.advanceTo(clock.instant().plusSeconds(60));

    works(crm);
    assertThat(lost).containsOnly(DemoAgency.RIVERSIDE + ": found again");
  }

  @Test
  void tellsThatAnAccountIsLostWhenNobodyCanMakeItsToken() {
    installedAlone(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, "");
    works(crm);
    agency.expireTokens(DemoAgency.RIVERSIDE);
    agency.behave(Conduct.GOOD.losingTokenAnswers(1.0));
    assertThat(crm.directory()).isInstanceOf(Read.TryLater.class);
    agency.behave(Conduct.GOOD);
    clock.advanceTo(clock.instant().plusSeconds(60));

    assertThat(crm.directory()).isInstanceOf(Read.TryLater.class);

    assertThat(lost).last().asString().contains("no agency let us in");
    assertThat(lost).hasSize(2);
    int asked = agency.records().otherRequests().size();
    assertThat(crm.directory()).isInstanceOf(Read.TryLater.class);
    assertThat(agency.records().otherRequests()).hasSize(asked);

    installedAlone(DemoAgency.RIVERSIDE);
    works(crm);
  }

  @Test
  void losesNoTokenThatCouldNotBeStoredAtOnce() {
    installedAlone(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, "");
    works(crm);
    clock.advanceTo(clock.instant().plus(Duration.ofDays(2)));
    vault.isFull = true;
    assertThatThrownBy(crm::directory).hasMessage("the disk is full");
    assertThatThrownBy(crm::directory).hasMessage("the disk is full");
    vault.isFull = false;

    works(crm);

    assertThat(refreshed(DemoAgency.RIVERSIDE)).isOne();
  }

  @Test
  void makesNoCallForAnAccountThatUninstalledTheApp() {
    installedAlone(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, "");
    works(crm);
    agency.uninstall(DemoAgency.RIVERSIDE);
    oauth.forget(new Holder.Location(DemoAgency.RIVERSIDE), "the app was uninstalled");
    int asked = agency.records().location(DemoAgency.RIVERSIDE).requests().size();

    assertThat(crm.directory())
        .isEqualTo(new Read.Refused<>("uninstalled", "the app was uninstalled"));
    assertThat(agency.records().location(DemoAgency.RIVERSIDE).requests()).hasSize(asked);

    installedAlone(DemoAgency.RIVERSIDE);
    works(crm);
  }

  @Test
  void hasTheAgencyMakeATokenWhereNoneIsKept() {
    installedByTheAgency(DemoAgency.RIVERSIDE);

    works(crm(DemoAgency.RIVERSIDE, DemoAgency.COMPANY_ID));
  }

  @Test
  void tellsThatThereIsNoTokenAndNobodyToMakeOne() {
    installedByTheAgency(DemoAgency.RIVERSIDE);

    assertThat(crm(DemoAgency.RIVERSIDE, "").directory()).isInstanceOf(Read.TryLater.class);

    assertThat(lost)
        .containsExactly(
            DemoAgency.RIVERSIDE
                + ": its refresh token is gone, used or revoked, and no agency let us in");
  }

  private void refusals(HighLevelCrm crm, int minutes) {
    for (int minute = 0; minute < minutes; minute++) {
      agency.expireTokens(DemoAgency.RIVERSIDE);
      crm.directory();
      clock.advanceTo(clock.instant().plusSeconds(60));
    }
  }

  @Test
  void renewsNoTokenAgainAndAgainThatIsRefusedAsSoonAsItIsHad() {
    installedAlone(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, "");
    works(crm);

    refusals(crm, 60);

    assertThat(refreshed(DemoAgency.RIVERSIDE)).isBetween(2L, 6L);
    assertThat(lost).last().asString().contains("refuses a token that it had just made");
    clock.advanceTo(clock.instant().plus(Duration.ofHours(1)));
    works(crm);
    clock.advanceTo(clock.instant().plus(Duration.ofMinutes(6)));
    works(crm);
    assertThat(lost).last().isEqualTo(DemoAgency.RIVERSIDE + ": found again");
  }

  @Test
  void renewsSoonWhatCouldNotBeRenewedWhileTheClockWasAhead() {
    installedByTheAgency(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, DemoAgency.COMPANY_ID);
    works(crm);
    clock.advanceTo(clock.instant().plus(Duration.ofHours(25)));
    ahead = Duration.ofDays(30);
    agency.behave(Conduct.GOOD.losingTokenAnswers(1.0));
    assertThat(crm.directory()).isInstanceOf(Read.TryLater.class);

    ahead = Duration.ZERO;
    agency.behave(Conduct.GOOD);
    assertThat(crm.directory()).isInstanceOf(Read.TryLater.class);
    clock.advanceTo(clock.instant().plusSeconds(60));

    works(crm);
  }

  @Test
  void renewsAtOnceWhatWasHadWhileTheClockWasAheadAndHasExpired() {
    ahead = Duration.ofDays(30);
    installedAlone(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, "");
    agency.expireTokens(DemoAgency.RIVERSIDE);
    works(crm);

    ahead = Duration.ZERO;
    works(crm);
    clock.advanceTo(clock.instant().plus(Duration.ofHours(25)));

    works(crm);
    assertThat(lost).noneMatch(words -> words.contains("refuses a token"));
  }

  @Test
  void asksAgainSoonWhatWasRefusedWhileTheClockWasAhead() {
    ahead = Duration.ofDays(30);
    installedAlone(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, "");
    works(crm);
    refusals(crm, 3);
    assertThat(lost).last().asString().contains("refuses a token that it had just made");

    ahead = Duration.ZERO;
    assertThat(crm.directory()).isInstanceOf(Read.TryLater.class);
    clock.advanceTo(clock.instant().plus(Duration.ofMinutes(10)));

    works(crm);
  }

  @Test
  void makesNoCallForAnAccountThatLeftBeforeTheStart() {
    installedByTheAgency(DemoAgency.RIVERSIDE);
    var crm = crm(DemoAgency.RIVERSIDE, DemoAgency.COMPANY_ID);

    oauth.left(DemoAgency.RIVERSIDE, "the app was uninstalled");

    assertThat(crm.directory())
        .isEqualTo(new Read.Refused<>("uninstalled", "the app was uninstalled"));
    oauth.mint(DemoAgency.COMPANY_ID, DemoAgency.RIVERSIDE);
    oauth.left(DemoAgency.RIVERSIDE, "the app was uninstalled");
    works(crm);
  }
}
