package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.market.Conduct;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Opportunities;
import dev.interlock.sandbox.world.Opportunities.StageWish;
import dev.interlock.sandbox.world.Pipeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What live contracts name changes in the CRM, and somebody hears of it.
class DriftTest {
  private static final SealingKey KEY = SealingKey.random();
  private static final Duration EVERY = Duration.ofHours(6);

  @TempDir private Path folder;
  @AutoClose private ServedFleet served;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, KEY);
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
    served.fleet().watch(EVERY);
  }

  private Pipeline pipeline() {
    return deals().pipelines().getFirst();
  }

  private Opportunities deals() {
    return served.agency().location(RIVERSIDE).world().opportunities();
  }

  private void somebodyCallsIt(String name) {
    replace(name, pipeline().stages());
  }

  private void replace(String name, List<Pipeline.Stage> stages) {
    var wishes = stages.stream().map(stage -> new StageWish(stage.id(), stage.name())).toList();
    String id = pipeline().id();
    served
        .agency()
        .location(RIVERSIDE)
        .world()
        .change(() -> deals().replaceStages(id, name, wishes, By.PERSON));
  }

  private void sixHoursPass() {
    served.passes(EVERY.plusMinutes(1));
    served.fleet().watch(EVERY);
  }

  private List<String> raised(String account) {
    return served.fleet().engine().records().attention(new InstallationId(account)).stream()
        .filter(line -> line.concern() == Concern.DRIFTED)
        .map(AttentionLine::words)
        .toList();
  }

  private String metrics() {
    return served.get("/metrics").body();
  }

  @Test
  void raisesARenamedPipelineOnceAndLiftsItWhenItIsPutRight() {
    somebodyCallsIt("Deals");
    served.passes(Duration.ofHours(1));
    served.fleet().watch(EVERY);
    assertThat(raised(RIVERSIDE)).as("it is not time to look yet").isEmpty();

    sixHoursPass();
    sixHoursPass();
    assertThat(raised(RIVERSIDE))
        .singleElement()
        .asString()
        .startsWith(
            "The pipeline \"%s\" is not as it was: it is called \"Deals\" now. To mend it: "
                .formatted(DemoWorld.PIPELINE));
    assertThat(raised(LAKESIDE)).isEmpty();
    assertThat(served.get("/").body()).contains("has changed in the CRM since they went live");
    assertThat(served.get("/accounts/" + RIVERSIDE + "/").body()).contains("Deals");
    assertThat(served.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(served.get("/health/ready").body())
        .contains("Accounts that have changed since contracts went live: 1.");
    assertThat(metrics()).contains("interlock_drifted{installation=\"" + RIVERSIDE + "\"} 1.0");

    served.stop();
    served.start(KEY);
    served.fleet().watch(EVERY);
    assertThat(raised(RIVERSIDE)).hasSize(1);

    somebodyCallsIt(DemoWorld.PIPELINE);
    sixHoursPass();
    assertThat(raised(RIVERSIDE)).isEmpty();
    assertThat(served.get("/health/ready").body().strip()).isEqualTo("ready");
    assertThat(metrics()).contains("interlock_drifted{installation=\"" + RIVERSIDE + "\"} 0.0");
    assertThat(served.agency().records().crossings()).isEmpty();
  }

  @Test
  void isLookedForAgainSoonAlthoughTheClockWasAMonthAheadAtTheLastLook() {
    served.isAhead(Duration.ofDays(30));
    served.fleet().watch(EVERY);
    served.isAhead(Duration.ZERO);
    served.settle();
    served.fleet().watch(EVERY);
    somebodyCallsIt("Deals");

    sixHoursPass();
    sixHoursPass();

    assertThat(raised(RIVERSIDE)).hasSize(1);
  }

  @Test
  void raisesStagesInAnotherOrder() {
    replace(DemoWorld.PIPELINE, pipeline().stages().reversed());

    sixHoursPass();

    assertThat(raised(RIVERSIDE))
        .singleElement()
        .asString()
        .contains("its stages stand in another order now");
  }

  @Test
  void neitherRaisesNorLiftsWhatCannotBeRead() {
    somebodyCallsIt("Deals");
    sixHoursPass();
    served.agency().expireTokens(RIVERSIDE);
    served.agency().expireTokens(LAKESIDE);
    served.agency().behave(Conduct.GOOD.losingTokenAnswers(1.0));
    somebodyCallsIt(DemoWorld.PIPELINE);

    sixHoursPass();

    assertThat(raised(RIVERSIDE)).hasSize(1);
    assertThat(raised(LAKESIDE)).isEmpty();
    served.agency().behave(Conduct.GOOD);
  }
}
