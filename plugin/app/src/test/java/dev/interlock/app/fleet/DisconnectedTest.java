package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.sandbox.market.Conduct;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.records.DeliveryRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An account that no token can be had for harms no other, and is found again.
class DisconnectedTest {
  private static final SealingKey KEY = SealingKey.random();

  @TempDir private Path folder;
  @AutoClose private ServedFleet served;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, KEY);
  }

  private void losesItsToken() {
    served.agency().expireTokens(RIVERSIDE);
    served.agency().behave(Conduct.GOOD.losingTokenAnswers(1.0));
    served.passes(Duration.ofDays(2));
    served.agency().behave(Conduct.GOOD);
    served.passes(Duration.ofHours(1));
    assertThat(served.get("/").body()).contains("Disconnected");
  }

  private List<DeliveryRow> delivered() {
    return served.agency().records().location(RIVERSIDE).deliveries();
  }

  @Test
  void refusesNoWebhookOfAnAccountThatItCannotReadAfterARestart() {
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    losesItsToken();
    served.stop();
    served.start(KEY);
    int before = delivered().size();

    served.somebodyCalls(RIVERSIDE);

    assertThat(delivered().subList(before, delivered().size()))
        .isNotEmpty()
        .allSatisfy(delivery -> assertThat(delivery.answer()).isEqualTo(200));
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    assertThat(served.get("/").body()).doesNotContain("Disconnected");
    int runs = served.runs(RIVERSIDE).size();
    served.somebodyCalls(RIVERSIDE);
    assertThat(served.runs(RIVERSIDE)).hasSize(runs + 1);
  }

  private void leavesWithoutAWord() {
    // where nobody takes webhooks in
    served.agency().sendWebhooksTo(served.fleet().url().resolve("/nowhere"));
    served.agency().uninstall(RIVERSIDE);
    served.passes(Duration.ofDays(2));
  }

  @Test
  void findsThatAnAccountHasLeftOfWhichNobodyToldIt() {
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    leavesWithoutAWord();
    assertThat(served.get("/").body()).contains("Disconnected");

    served.fleet().look();
    served.settle();

    assertThat(served.get("/").body())
        .contains("Uninstalled. Nothing runs there any more.")
        .doesNotContain("Disconnected");
    assertThat(served.fleet().accounts()).containsExactly(new InstallationId(LAKESIDE));
  }

  private void hasBeenWithdrawn() {
    assertThat(served.runs(RIVERSIDE))
        .isNotEmpty()
        .allSatisfy(run -> assertThat(run.exit().map(ExitName::text)).contains("withdrawn"));
  }

  @Test
  void withdrawsARunThatWaitedForATokenWhenItIsFoundThatItsAccountHasLeft() {
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    leavesWithoutAWord();

    served.fleet().look();
    served.passes(Duration.ofDays(2));

    hasBeenWithdrawn();
  }

  @Test
  void withdrawsARunThatWaitedForATokenWhenItsAccountSaysThatItHasLeft() {
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    losesItsToken();

    served.agency().uninstall(RIVERSIDE);
    served.passes(Duration.ofDays(2));

    hasBeenWithdrawn();
  }

  @Test
  void keepsADisconnectedAccountThatItsAgencyLists() {
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE)));
    served.settle();
    new Roll(served.fleet().engine(), served.agency().clock())
        .tokens(RIVERSIDE, Optional.of("worthless"));
    served.passes(Duration.ofHours(2));

    served.fleet().look();

    assertThat(served.get("/").body()).doesNotContain("Uninstalled");
  }

  private void isRefusedWithAFreshToken() {
    for (int i = 0; i < 2; i++) {
      served.agency().expireTokens(RIVERSIDE);
      served.fleet().watch(Duration.ZERO);
      served.passes(Duration.ofMinutes(1));
    }
    assertThat(served.get("/").body()).contains("Disconnected");
  }

  @Test
  void findsAnAccountAgainInWhichNothingIsToBeDone() {
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    isRefusedWithAFreshToken();

    for (int minute = 0; minute < 20; minute++) {
      served.passes(Duration.ofMinutes(1));
      served.fleet().look();
    }

    assertThat(served.get("/").body()).doesNotContain("Disconnected");
    assertThat(served.fleet().accounts()).containsExactly(new InstallationId(RIVERSIDE));
  }
}
