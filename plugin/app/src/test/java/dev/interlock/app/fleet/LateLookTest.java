package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.COMPANY_ID;
import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.AppNotice;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.sandbox.market.Installing;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done for an account goes by how it stands at that moment, and not by how it stood when
/// it was put in the queue.
class LateLookTest {
  private static final SealingKey KEY = SealingKey.random();
  private static final InstallationId ID = new InstallationId(RIVERSIDE);

  @TempDir private Path folder;
  private ServedFleet served;
  private HighLevelConnection connection;
  private Roll roll;
  private Members members;
  private Eraser eraser;
  private Usher usher;
  private StoredVault vault;
  private OAuth oauth;
  private final Worker worker = new Worker();

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, KEY);
    served.erasesAfter(Duration.ZERO);
    var plan = served.plan(KEY);
    var engine = served.fleet().engine();
    connection = HighLevelConnection.open(plan.market().api(), plan.clock());
    roll = new Roll(engine, plan.clock());
    vault = new StoredVault(engine, KEY, plan.clock());
    oauth = new OAuth(plan.market().app(), connection, vault, (_, _) -> {}, plan.clock());
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    members = new Members(plan, engine, metrics, connection, oauth, roll);
    eraser = new Eraser(plan, engine, roll, members);
    var farewell = new Farewell(roll, members, oauth, plan.clock());
    usher = new Usher(plan, oauth, vault, roll, members, eraser, farewell, worker);
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.settle();
    served.somebodyCalls(RIVERSIDE);
    served.agency().uninstall(RIVERSIDE);
    served.passes(Duration.ofDays(2));
  }

  @AfterEach
  void stop() {
    worker.close();
    connection.close();
    served.close();
  }

  @Test
  void nothingIsErasedOfAnAccountThatCameBack() {
    roll.installed(ID, "", "", Optional.empty());

    eraser.look(ID);

    assertThat(served.runs(RIVERSIDE)).isNotEmpty();
    roll.removed(ID, "it left", Optional.empty());
    eraser.look(ID);
    assertThat(served.fleet().engine().records().installations()).doesNotContain(ID);
  }

  @Test
  void anAccountThatLeftIsNotBroughtBackByALookThatWasDueBefore() {
    usher.look(ID);

    assertThat(members.find(ID)).isEmpty();
  }

  @Test
  void anAgencyWithoutAccountsThatCameBackIsNotForgottenByAnUninstallFromBefore() {
    var news = new News(roll, new Losses(roll), oauth, vault, usher, worker);
    served.agency().sendWebhooksTo(served.fleet().url().resolve("/nowhere"));
    Instant before = served.agency().clock().instant();
    served.passes(Duration.ofMinutes(1));
    oauth.authorize(served.agency().install(Installing.bulk(LAKESIDE)).code());

    news.heard(new AppNotice.UninstalledByAgency(COMPANY_ID, Optional.of(before)));
    assertThat(vault.companies()).containsExactly(COMPANY_ID);

    served.passes(Duration.ofMinutes(1));
    Instant after = served.agency().clock().instant();
    // a start seals everything anew, and nobody let us in by that
    vault.sealAnew();
    news.heard(new AppNotice.UninstalledByAgency(COMPANY_ID, Optional.of(after.minusSeconds(1))));
    assertThat(vault.companies()).isEmpty();
  }
}
