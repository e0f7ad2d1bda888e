package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.sandbox.http.RateLimit;
import dev.interlock.sandbox.market.Installing;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How many calls each account has left, on the page of all accounts and on the command line.
class CallsShownTest {
  @TempDir private Path folder;
  @AutoClose private ServedFleet served;

  @BeforeEach
  void serve() {
    var daily = new RateLimit(100, Duration.ofSeconds(10), 300);
    served =
        new ServedFleet(
            folder, SealingKey.random(), config -> config.withApi(config.api().limitedTo(daily)));
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
  }

  private int left(String account) {
    return 300 - served.agency().records().location(account).requests().size();
  }

  private Shell shell() {
    return Shell.with(folder.resolve("home")).set("INTERLOCK_DATA_DIR", folder.resolve("data"));
  }

  private JsonNode line(String account) {
    var all = JsonMapper.shared().readTree(shell().run("accounts", "--json").out());
    for (JsonNode each : all) {
      if (each.get("id").asString().equals(account)) {
        return each.get("calls");
      }
    }
    throw new AssertionError(all.toString());
  }

  @Test
  void eachAccountsOwnAreToldWithTheMomentOfNewOnes() {
    served.somebodyCalls(RIVERSIDE);
    assertThat(left(RIVERSIDE)).isLessThan(left(LAKESIDE));

    served.fleet().look();

    for (var account : new String[] {RIVERSIDE, LAKESIDE}) {
      String words = left(account) + " of 300 left today, new ones at Tue 3 Nov 2026 00:00 UTC";
      assertThat(served.get("/").body()).contains("<dt>Calls to the CRM</dt><dd>" + words);
      assertThat(shell().run("accounts").out()).contains("calls to the CRM: " + words);
      assertThat(line(account).get("leftToday").asInt()).isEqualTo(left(account));
      assertThat(line(account).get("allowedADay").asInt()).isEqualTo(300);
      assertThat(line(account).get("newOnesAt").asString()).isEqualTo("2026-11-03T00:00:00Z");
    }
    assertThat(served.get("/").body()).contains("no run has ended yet");
    assertThat(line(RIVERSIDE).get("perRun").isNull()).isTrue();
  }

  @Test
  void areToldAnewAlthoughTheClockWasAMonthAheadWhenTheyWereKept() {
    served.isAhead(Duration.ofDays(30));
    served.fleet().look();
    served.isAhead(Duration.ZERO);
    served.somebodyCalls(RIVERSIDE);

    served.fleet().look();

    assertThat(line(RIVERSIDE).get("leftToday").asInt()).isEqualTo(left(RIVERSIDE));
  }

  @Test
  void whatARunTookIsToldOnceOneHasEnded() {
    served.somebodyCalls(RIVERSIDE);
    served.passes(Duration.ofHours(2));
    served.agency().uninstall(LAKESIDE);
    served.passes(Duration.ofDays(10));
    served.fleet().look();

    long calls = served.runs(RIVERSIDE).getFirst().calls();
    assertThat(served.get("/").body()).contains(calls + ".0 a run");
    assertThat(shell().run("accounts").out()).contains(calls + ".0 a run");
    assertThat(line(RIVERSIDE).get("perRun").asDouble()).isEqualTo((double) calls);
  }

  @Test
  void whoHasLeftComesLastAndMakesNoCalls() {
    served.agency().uninstall(RIVERSIDE);
    served.passes(Duration.ofMinutes(1));

    String page = served.get("/").body();

    assertThat(page).containsOnlyOnce("Calls to the CRM");
    assertThat(page.indexOf("Riverside Dental")).isGreaterThan(page.indexOf("Lakeside Dental"));
  }

  @Test
  void onceTheDayHasTurnedNobodyClaimsToKnow() {
    served.somebodyCalls(RIVERSIDE);
    served.fleet().look();
    served.agency().clock().advanceBy(Duration.ofDays(1));

    assertThat(served.get("/").body()).contains("a new day began at Tue 3 Nov 2026 00:00 UTC");
  }
}
