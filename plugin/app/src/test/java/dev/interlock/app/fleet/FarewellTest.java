package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.engine.Operator;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.sandbox.market.Installing;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What runs in an account that has left is brought to an end, whatever goes wrong at first.
class FarewellTest {
  private static final SealingKey KEY = SealingKey.random();
  private static final InstallationId ID = new InstallationId(RIVERSIDE);

  @TempDir private Path folder;
  @AutoClose private ServedFleet served;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, KEY);
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
  }

  private void isWithdrawn() {
    assertThat(served.runs(RIVERSIDE))
        .singleElement()
        .satisfies(run -> assertThat(run.exit().map(ExitName::text)).contains("withdrawn"));
  }

  private interface Story {
    void of(Farewell farewell, Members members, Roll roll);
  }

  /// The app was removed while the server was stopped, which begins again without looking around.
  private void hasLeft(Farewell.Orders orders, Story story) {
    served.stop();
    served.startUnread(KEY);
    var plan = served.plan(KEY);
    var engine = served.fleet().engine();
    var clock = plan.clock();
    var roll = new Roll(engine, clock);
    try (var connection = HighLevelConnection.open(plan.market().api(), clock)) {
      var vault = new StoredVault(engine, KEY, clock);
      var oauth = new OAuth(plan.market().app(), connection, vault, (_, _) -> {}, clock);
      var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      var members = new Members(plan, engine, metrics, connection, oauth, roll);
      roll.removed(ID, "it left", Optional.empty());
      story.of(new Farewell(roll, members, oauth, clock, orders), members, roll);
    }
  }

  @Test
  void itsRunsAreWithdrawnAlthoughItsFileCannotBeRead() throws IOException {
    served.stop();
    served.startUnread(KEY);
    Path own = ServedFleet.made(folder.resolve("accounts").resolve(RIVERSIDE));
    Files.writeString(own.resolve("account.properties"), "INTERLOCK_NO_SUCH_SETTING=1\n");

    served.agency().uninstall(RIVERSIDE);
    served.passes(Duration.ofMinutes(10));

    isWithdrawn();
  }

  @Test
  void whatWentWrongIsSaidAndDoneByALaterLook() {
    hasLeft(
        new FailsAtFirst(),
        (farewell, members, roll) -> {
          assertThatThrownBy(() -> farewell.letOut(ID)).hasMessage("on purpose");

          Account account = roll.find(ID).orElseThrow();
          assertThat(Standing.of(account, members.find(ID)))
              .isEqualTo(
                  new Standing(
                      "Uninstalled",
                      false,
                      "Its runs could not be withdrawn yet, and are tried again: on purpose."));
          farewell.look(ID);
          served.settle();
          isWithdrawn();
          farewell.look(ID);
          assertThat(Standing.of(account, members.find(ID)).words())
              .isEqualTo("Nothing runs there any more.");
        });
  }

  @Test
  void whatWasNotWithdrawnIsOrderedAgainSoonAlthoughTheClockWasSetBack() {
    hasLeft(
        new LosesTheFirst(),
        (farewell, _, _) -> {
          served.isAhead(Duration.ofDays(30));
          farewell.letOut(ID);
          served.isAhead(Duration.ZERO);
          farewell.look(ID);

          served.passes(Duration.ofMinutes(6));
          farewell.look(ID);
          served.settle();

          isWithdrawn();
        });
  }

  private static final class LosesTheFirst implements Farewell.Orders {
    private boolean hasLost;

    @Override
    public CompletableFuture<Operator.Answer> withdraw(Operator operator, RunId run) {
      if (!hasLost) {
        hasLost = true;
        return new CompletableFuture<>();
      }
      return operator.withdraw(run, Departures.UNINSTALLED, "the CRM");
    }
  }

  private static final class FailsAtFirst implements Farewell.Orders {
    private boolean hasFailed;

    @Override
    public CompletableFuture<Operator.Answer> withdraw(Operator operator, RunId run) {
      if (!hasFailed) {
        hasFailed = true;
        throw new IllegalStateException("on purpose");
      }
      return operator.withdraw(run, Departures.UNINSTALLED, "the CRM");
    }
  }
}
