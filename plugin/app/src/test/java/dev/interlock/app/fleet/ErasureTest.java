package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.sandbox.market.Installing;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is stored of an account that uninstalled the app is kept or erased, as it is set.
class ErasureTest {
  private static final SealingKey KEY = SealingKey.random();
  private static final InstallationId LEFT = new InstallationId(RIVERSIDE);

  @TempDir private Path folder;
  @AutoClose private ServedFleet served;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, KEY);
  }

  private void erasesAfter(Duration span) {
    served.stop();
    served.erasesAfter(span);
    served.start(KEY);
  }

  private void twoAtWorkOfWhichOneLeaves() {
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    served.somebodyCalls(LAKESIDE);
    served.agency().uninstall(RIVERSIDE);
    served.passes(Duration.ofMinutes(10));
  }

  private boolean isKept() {
    return served.fleet().engine().records().installations().contains(LEFT);
  }

  private void look() {
    served.fleet().look();
    served.settle();
  }

  @Test
  void isKeptWhereNothingElseIsSaid() {
    twoAtWorkOfWhichOneLeaves();
    served.passes(Duration.ofDays(400));

    look();

    assertThat(served.runs(RIVERSIDE)).hasSize(1);
  }

  @Test
  void isErasedOnceItsTimeIsOverAndNothingOfAnotherIs() {
    erasesAfter(Duration.ofDays(30));
    twoAtWorkOfWhichOneLeaves();
    served.passes(Duration.ofDays(29));
    look();
    assertThat(isKept()).isTrue();

    served.passes(Duration.ofDays(1));
    look();

    assertThat(isKept()).isFalse();
    assertThat(served.get("/").body())
        .contains("Uninstalled. What was stored of it is erased.", "Lakeside Dental")
        .doesNotContain("Riverside Dental");
    assertThat(served.get("/accounts/" + RIVERSIDE + "/contacts/").statusCode()).isEqualTo(404);
    assertThat(served.get("/metrics").body()).doesNotContain(RIVERSIDE).contains(LAKESIDE);
    assertThat(served.runs(LAKESIDE)).hasSize(1);
    served.somebodyCalls(LAKESIDE);
    assertThat(served.runs(LAKESIDE)).hasSize(2);
  }

  @Test
  void isErasedAtOnceWhereSoIsSaidAndTheAccountComesBackAsOneThatNobodyKnew() {
    erasesAfter(Duration.ZERO);
    twoAtWorkOfWhichOneLeaves();
    look();
    assertThat(isKept()).isFalse();

    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);

    assertThat(served.runs(RIVERSIDE)).hasSize(1);
    assertThat(served.get("/accounts/" + RIVERSIDE + "/").body())
        .contains("<h1>Riverside Dental</h1>");
    assertThat(served.get("/metrics").body()).contains(RIVERSIDE);
  }

  @Test
  void isErasedAfterARestartToo() {
    erasesAfter(Duration.ofDays(30));
    twoAtWorkOfWhichOneLeaves();
    served.stop();
    served.agency().clock().advanceTo(served.agency().clock().instant().plus(Duration.ofDays(31)));

    served.start(KEY);
    look();

    assertThat(isKept()).isFalse();
    assertThat(served.runs(LAKESIDE)).hasSize(1);
  }
}
