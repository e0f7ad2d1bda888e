package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell;
import dev.interlock.app.plugin.Acme;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.sandbox.market.Installing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A version that is released to one account first.
class FleetVersionsTest {
  @TempDir private Path folder;

  private Shell shell() {
    return Shell.with(folder.resolve("home"))
        .set("INTERLOCK_DATA_DIR", folder.resolve("data"))
        .set("INTERLOCK_CACHE_DIR", folder.resolve("cache"));
  }

  private void release(String account, String sources, String contract) {
    var jar = ServedFleet.made(folder.resolve("accounts").resolve(account)).resolve("acme.jar");
    Acme.in(ServedFleet.made(folder.resolve(sources)), contract);
    var built = shell().run("build", folder.resolve(sources).toString(), "-o", jar.toString());
    assertThat(built.exit()).as(built.out() + built.err()).isZero();
  }

  private String accounts() {
    return shell().run("accounts").out();
  }

  @Test
  void tellsWhichAccountsHaveAnOlderVersionThanAnother() throws Exception {
    release(RIVERSIDE, "old", Acme.CONTRACT);
    release(LAKESIDE, "same", Acme.CONTRACT);
    try (var served = new ServedFleet(folder, SealingKey.random())) {
      served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
      served.settle();
      assertThat(accounts()).contains("hello", "nothing heard yet").doesNotContain("a newer one");

      served.passes(Duration.ofDays(1));
      release(LAKESIDE, "new", Acme.noted(Acme.saying("They called in vain.")));
      served.fleet().look();
      served.fleet().look();

      assertThat(accounts()).containsOnlyOnce("a newer one is released");
      assertThat(shell().run("accounts", "--json").out())
          .contains("\"outdated\" : [ \"hello\" ]", "\"drifted\" : 0", "\"lastHeard\" : \"\"");
      assertThat(served.get("/").body()).containsOnlyOnce("a newer one is released");

      Files.delete(folder.resolve("accounts").resolve(LAKESIDE).resolve("acme.jar"));
      release(LAKESIDE, "back", Acme.CONTRACT);
      served.fleet().look();
      served.fleet().look();
      assertThat(accounts()).doesNotContain("a newer one");
    }
  }
}
