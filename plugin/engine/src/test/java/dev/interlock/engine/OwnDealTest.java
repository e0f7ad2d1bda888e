package dev.interlock.engine;

import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.NEW;
import static dev.interlock.engine.Office.SALES;
import static dev.interlock.engine.Office.WON;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.StageRef;
import dev.interlock.engine.read.ProofState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With two open opportunities of one contact, a run goes on with its own.
class OwnDealTest {
  @TempDir Path folder;

  @Test
  void theDealThatARunMadeIsMovedOnThoughAnotherWasTouchedLater() {
    var contract =
        doing(
            exit("done", SUCCESS).leaves(stage(SALES, WON)),
            moveTo(SALES, NEW).named("begin"),
            waitFor("pause", hours(1)));
    try (var office = Office.opened(folder, contract)) {
      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(30));
      office.crm.deal(ANN, "other", new StageRef(SALES, NEW));
      office.passes(Duration.ofHours(1));

      assertThat(office.crm.stageOf(ANN, "d-ann")).contains(WON);
      assertThat(office.crm.stageOf(ANN, "other")).contains(NEW);
      assertThat(office.run(ANN).summary().proof()).contains(ProofState.VERIFIED);
    }
  }
}
