package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.HILLSIDE;
import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.store.Accounts.State;
import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.market.Conduct;
import dev.interlock.sandbox.market.Installing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accounts come and go, and none sees anything of another.
class FleetTest {
  private static final SealingKey KEY = SealingKey.random();

  @TempDir private Path folder;
  private ServedFleet served;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, KEY);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private String accounts() {
    return served.get("/").body();
  }

  @Test
  void connectsTheAccountOfWhoeverInstallsWhicheverComesFirst() {
    var webhookFirst = served.agency().install(Installing.into(RIVERSIDE));
    served.passes(Duration.ofMinutes(1));
    assertThat(accounts()).contains("Waits. It installed the app, and waits for its token.");
    var page = served.arrive(webhookFirst);

    var browserFirst = served.agency().install(Installing.into(LAKESIDE).redirectFirst());
    served.arrive(browserFirst);
    served.settle();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Riverside Dental is connected", "Its workflows are live");
    assertThat(served.fleet().accounts())
        .containsExactlyInAnyOrder(new InstallationId(RIVERSIDE), new InstallationId(LAKESIDE));
    served.somebodyCalls(RIVERSIDE);
    served.somebodyCalls(LAKESIDE);
    assertThat(served.runs(RIVERSIDE)).hasSize(1);
    assertThat(served.runs(LAKESIDE)).hasSize(1);
    assertThat(served.get("/accounts/" + LAKESIDE + "/").body())
        .contains("<h1>Lakeside Dental</h1>")
        .doesNotContain("Riverside Dental");
    assertThat(accounts()).contains("2 accounts, and nobody has to see to any.");
  }

  @Test
  void connectsWhatAnAgencyInstallsForAlsoLater() {
    served.arrive(
        served.agency().install(Installing.bulk(RIVERSIDE, HILLSIDE).andFutureLocations()));
    served.settle();
    assertThat(served.fleet().accounts()).hasSize(2);

    var later = DemoAgency.practice("Later1", "Later Dental", "UTC");
    served.agency().open(later);
    served.passes(Duration.ofMinutes(1));

    assertThat(served.fleet().accounts()).contains(new InstallationId("Later1"));
    assertThat(accounts()).contains("Later Dental");
  }

  @Test
  void findsAnInstallOfWhichNobodyToldIt() {
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE)));
    served.agency().install(Installing.bulk(RIVERSIDE, HILLSIDE).withoutWebhooks());
    served.passes(Duration.ofHours(2));

    served.fleet().look();

    assertThat(served.fleet().accounts()).contains(new InstallationId(HILLSIDE));
  }

  @Test
  void showsNobodyWhatIsAnothersAndLetsNobodyOrderThere() {
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
    var contact = served.somebodyCalls(RIVERSIDE);
    String run = served.runs(RIVERSIDE).getFirst().run().text();

    assertThat(served.get("/accounts/" + RIVERSIDE + "/contacts/" + contact).statusCode())
        .isEqualTo(200);
    assertThat(served.get("/accounts/" + LAKESIDE + "/contacts/" + contact).statusCode())
        .isEqualTo(404);
    assertThat(served.get("/accounts/" + LAKESIDE + "/contacts/").body()).contains("Nobody.");
    assertThat(served.get("/accounts/other/").statusCode()).isEqualTo(404);
    String pause = "{\"order\": \"pause\", \"run\": \"%s\", \"by\": \"Ana\"".formatted(run);
    assertThat(served.order(pause + ", \"account\": \"" + LAKESIDE + "\"}").statusCode())
        .isEqualTo(404);
    assertThat(served.order(pause + ", \"account\": \"other\"}").statusCode()).isEqualTo(503);
    assertThat(served.order(pause + "}").statusCode()).isEqualTo(503);
    assertThat(served.order(pause + ", \"account\": \"" + RIVERSIDE + "\"}").statusCode())
        .isEqualTo(200);
    assertThat(served.agency().records().crossings()).isEmpty();
  }

  @Test
  void goesOnAfterARestartWithTheSameKeyAndWithARotatedOne() {
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    served.stop();

    assertThatThrownBy(() -> Fleet.listen(served.plan(SealingKey.random())))
        .isInstanceOf(CannotRunException.class)
        .hasMessageStartingWith("INTERLOCK_SECRET_KEY_FILE: what is sealed as ");

    var rotated = KEY.rotated();
    served.start(rotated);
    served.somebodyCalls(RIVERSIDE);
    assertThat(served.runs(RIVERSIDE)).hasSize(2);
    served.stop();

    served.start(rotated.withoutFormer());
    served.somebodyCalls(RIVERSIDE);
    assertThat(served.runs(RIVERSIDE)).hasSize(3);
  }

  @Test
  void withdrawsRunsWhereTheAppIsUninstalledAndWorksAgainAfterAnotherInstall() {
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    int asked = served.agency().records().location(RIVERSIDE).requests().size();

    served.agency().uninstall(RIVERSIDE);
    served.passes(Duration.ofMinutes(10));

    assertThat(accounts()).contains("Uninstalled. Nothing runs there any more.");
    assertThat(served.runs(RIVERSIDE))
        .singleElement()
        .satisfies(run -> assertThat(run.endedAt()).isPresent())
        .satisfies(run -> assertThat(run.exit().orElseThrow().text()).isEqualTo("withdrawn"));
    assertThat(served.agency().records().location(RIVERSIDE).requests()).hasSize(asked);

    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    assertThat(served.runs(RIVERSIDE)).hasSize(2);
    assertThat(accounts()).contains("1 account, and nobody has to see to any.");
  }

  @Test
  void withdrawsRunsOfAnAccountThatLeavesBeforeItIsAtWorkAgain() {
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    served.stop();
    served.startUnread(KEY);

    served.agency().uninstall(RIVERSIDE);
    served.passes(Duration.ofMinutes(10));

    assertThat(served.runs(RIVERSIDE))
        .singleElement()
        .satisfies(run -> assertThat(run.exit().orElseThrow().text()).isEqualTo("withdrawn"));
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    assertThat(served.runs(RIVERSIDE)).hasSize(2);
    assertThat(served.get("/accounts/" + RIVERSIDE + "/").body())
        .contains("<h1>Riverside Dental</h1>");
  }

  @Test
  void keepsTheRunsOfAnAccountThatNoTokenCanBeHadForAndSaysSo() {
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    served.agency().expireTokens(RIVERSIDE);
    served.agency().behave(Conduct.GOOD.losingTokenAnswers(1.0));
    served.passes(Duration.ofDays(2));
    served.agency().behave(Conduct.GOOD);
    served.passes(Duration.ofHours(1));

    assertThat(accounts()).contains("Disconnected", "1 needs somebody to see to it");
    assertThat(served.get("/health/ready").body().strip())
        .isEqualTo("ready. Accounts that no token can be had for: 1.");
    assertThat(served.runs(RIVERSIDE)).allSatisfy(run -> assertThat(run.endedAt()).isEmpty());

    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.passes(Duration.ofDays(5));
    assertThat(accounts()).doesNotContain("Disconnected");
    assertThat(served.runs(RIVERSIDE)).allSatisfy(run -> assertThat(run.endedAt()).isPresent());
  }

  @Test
  void saysThatNoTokenCanBeHadForAnAgencyAnyMore() {
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE)));
    served.settle();
    served.agency().expireCompanyTokens();
    served.agency().behave(Conduct.GOOD.losingTokenAnswers(1.0));
    served.passes(Duration.ofDays(2));
    served.fleet().look();
    served.agency().behave(Conduct.GOOD);
    served.passes(Duration.ofHours(2));
    served.fleet().look();

    assertThat(served.get("/health/ready").body())
        .contains("Agencies that no token can be had for (install the app there again): 1.");

    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE)));
    served.settle();
    assertThat(served.get("/health/ready").body().strip()).isEqualTo("ready");
  }

  @Test
  void givesAnAccountValuesOfItsOwn() throws Exception {
    Path own = ServedFleet.made(folder.resolve("accounts").resolve(RIVERSIDE));
    Files.writeString(
        own.resolve("account.properties"), "INTERLOCK_SETTING_bookingLink=https://own.test/b\n");
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();

    served.somebodyCalls(RIVERSIDE);
    served.somebodyCalls(LAKESIDE);

    assertThat(served.agency().records().location(RIVERSIDE).sentThroughApi())
        .anySatisfy(message -> assertThat(message.body()).contains("https://own.test/b"));
    assertThat(served.agency().records().location(LAKESIDE).sentThroughApi())
        .noneSatisfy(message -> assertThat(message.body()).contains("https://own.test/b"));
  }

  @Test
  void doesNotGoLiveWithValuesThatAreNotTheAccountsOwn() throws Exception {
    Path own = ServedFleet.made(folder.resolve("accounts").resolve(RIVERSIDE));
    Path file = own.resolve("account.properties");
    Files.writeString(file, "INTERLOCK_PORT=1\n");
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
    served.fleet().look();

    assertThat(accounts())
        .contains("account.properties sets INTERLOCK_PORT, which is the same for all accounts")
        .contains("2 accounts, of which 1 needs somebody to see to it.");
    served.somebodyCalls(LAKESIDE);
    assertThat(served.runs(LAKESIDE)).hasSize(1);
  }

  @Test
  void takesAnUninstallForLateThatWasSentBeforeTheAccountCameBack() {
    var roll = new Roll(served.fleet().engine(), served.agency().clock());
    var id = new InstallationId(RIVERSIDE);
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    var before = served.agency().clock().instant();
    served.passes(Duration.ofMinutes(5));

    roll.connected(id, "", served.agency().clock().instant());

    assertThat(roll.removed(id, "late", Optional.of(before.plusSeconds(1)))).isFalse();
    assertThat(roll.removed(id, "it left", Optional.empty())).isTrue();
    assertThat(roll.installed(id, "", "", Optional.of(before)).state()).isEqualTo(State.REMOVED);
    assertThat(roll.removed(id, "again", Optional.empty())).isFalse();
    assertThat(roll.installed(id, "", "", Optional.empty()).state()).isEqualTo(State.PENDING);
  }

  @Test
  void takesAnUninstallThatWasSentBeforeTheTokensWereFoundToBeLost() {
    var roll = new Roll(served.fleet().engine(), served.agency().clock());
    var id = new InstallationId(RIVERSIDE);
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.passes(Duration.ofMinutes(5));
    var sent = Optional.of(served.agency().clock().instant());
    served.passes(Duration.ofMinutes(5));
    roll.tokens(RIVERSIDE, Optional.of("its tokens are worthless"));
    assertThat(roll.find(id).orElseThrow().state()).isEqualTo(State.DISCONNECTED);

    assertThat(roll.removed(id, "it left", sent)).isTrue();
  }

  @Test
  void recordsAnAccountOfWhichItHearsFirstThatItLeft() {
    var roll = new Roll(served.fleet().engine(), served.agency().clock());
    var id = new InstallationId(RIVERSIDE);
    var left = served.agency().clock().instant().minusSeconds(60);

    roll.removed(id, "it left", Optional.of(left));
    roll.installed(id, "", "", Optional.of(left.minusSeconds(1)));

    assertThat(accounts()).contains("Uninstalled").doesNotContain("waits for its token");
    assertThat(roll.installed(id, "", "", Optional.of(left.plusSeconds(1))).state())
        .isEqualTo(State.PENDING);
  }

  @Test
  void tellsWhatARunTookAndWhatABusyDayWillByThat() {
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    assertThat(served.get("/accounts/" + RIVERSIDE + "/").body())
        .doesNotContain("Calls per run", "Calls on a busy day");
    int before = served.agency().records().location(RIVERSIDE).requests().size();
    served.somebodyCalls(RIVERSIDE);
    served.passes(Duration.ofDays(4));

    long calls = served.runs(RIVERSIDE).getFirst().calls();
    int all = served.agency().records().location(RIVERSIDE).requests().size() - before;
    // for no run, the account's names are read anew now and then, and once the deal that is left
    // where it stood
    assertThat(calls).isBetween(all - 6L, (long) all);
    assertThat(served.get("/accounts/" + RIVERSIDE + "/").body())
        .containsPattern("Calls per run</dt>\\s*<dd[^>]*>" + calls + "\\.0")
        .containsPattern("Calls on a busy day</dt>\\s*<dd[^>]*>" + 25 * calls + " of 200,000");
  }

  @Test
  void tellsWhoeverComesWithoutACodeThatCounts() {
    assertThat(served.get("/oauth/callback").statusCode()).isEqualTo(400);
    var denied = served.get("/oauth/callback?error=%3Cb%3Eaccess_denied");
    assertThat(denied.body()).contains("&lt;b&gt;access_denied").doesNotContain("<b>");
    var madeUp = served.get("/oauth/callback?code=made-up");
    assertThat(madeUp.statusCode()).isEqualTo(400);
    assertThat(madeUp.body()).contains("Nothing was connected");
    assertThat(accounts()).contains("No account has installed the app yet.");
  }
}
