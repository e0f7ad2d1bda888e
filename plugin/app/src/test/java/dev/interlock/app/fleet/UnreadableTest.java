package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.sandbox.market.Installing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An account that let us in, and of which nothing can be read.
class UnreadableTest {
  private static final SealingKey KEY = SealingKey.random();

  @TempDir private Path folder;
  @AutoClose private ServedFleet served;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, KEY);
  }

  @Test
  void webhooksOfOneThatTheCrmRefusesToUsPassAndTheOperatorIsTold() {
    served.agency().update("v2", Set.of("contacts.readonly", "oauth.write", "oauth.readonly"));
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();

    assertThat(served.answersToACall(RIVERSIDE)).isNotEmpty().containsOnly(200);

    assertThat(served.get("/").body()).contains("Not at work", "The CRM does not let us read");
    assertThat(served.get("/health/ready").body())
        .contains("Accounts that the CRM does not let us read: 1.");
  }

  @Test
  void webhooksOfOneThatIsNotReadAreAskedToComeAgainForAnHour() {
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    // whatever tells of the install has come by then
    served.passes(Duration.ofMinutes(5));
    served.stop();
    served.startUnread(KEY);

    assertThat(served.answersToACall(RIVERSIDE)).contains(429);
    served.passes(Duration.ofHours(2));
    assertThat(served.get("/").body()).as("it is still not read").doesNotContain("At work");

    assertThat(served.answersToACall(RIVERSIDE)).isNotEmpty().containsOnly(200);
  }

  @Test
  void whoseTokensAreKeptIsEnrolledWhereACrashKeptItFromBeing() {
    var plan = served.plan(KEY);
    var vault = new StoredVault(served.fleet().engine(), KEY, plan.clock());
    try (var connection = HighLevelConnection.open(plan.market().api(), plan.clock())) {
      var oauth = new OAuth(plan.market().app(), connection, vault, (_, _) -> {}, plan.clock());
      served.agency().sendWebhooksTo(served.fleet().url().resolve("/nowhere"));
      oauth.authorize(served.agency().install(Installing.into(RIVERSIDE)).code());
    }
    assertThat(served.fleet().accounts()).isEmpty();
    served.stop();

    served.start(KEY);

    assertThat(served.fleet().accounts()).containsExactly(new InstallationId(RIVERSIDE));
    assertThat(served.get("/").body()).contains("Its workflows are live.");
  }

  @Test
  void whoInstalledForAnAgencyIsToldThatItCouldNotBeAsked() {
    served.agency().update("v2", Set.of("contacts.readonly", "oauth.write"));

    var page = served.arrive(served.agency().install(Installing.bulk(RIVERSIDE))).body();

    assertThat(page)
        .contains("Your agency is connected", "did not tell", "asked again")
        .doesNotContain("No sub-account has the app yet");
  }
}
