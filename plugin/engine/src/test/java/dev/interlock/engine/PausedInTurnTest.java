package dev.interlock.engine;

import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.engine.Contracts.onTag;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.LaneTest.queueing;
import static dev.interlock.engine.LaneTest.tagged;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.core.run.RunId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that waits in turn for its lane, and that an operator has wait longer.
class PausedInTurnTest {
  @TempDir Path folder;

  private static void pauses(Office office, String contract) {
    office.engine.operator(HERE).pause(runOf(office, contract), "Eve").join();
  }

  private static void resumes(Office office, String contract, boolean shift) {
    var order = office.engine.operator(HERE).resume(runOf(office, contract), shift, "Eve");
    office.settle();
    order.join();
  }

  private static RunId runOf(Office office, String contract) {
    return office.story(ANN).runs().stream()
        .map(run -> run.summary())
        .filter(run -> run.contract().text().equals(contract))
        .map(run -> run.run())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoIsPausedInTurnLetsOthersPassAndIsListedAllTheSame() {
    Contract second = onTag("second", "second", whenOccupied(inTurn(hours(48))), 0);
    try (var office = Office.opened(folder, textBack(), queueing(), second)) {
      office.happens(missedCall(ANN));
      office.happens(tagged("patient"));
      office.happens(tagged("second"));
      pauses(office, "patient");
      assertThat(office.records().laneBook(HERE).inTurn())
          .extracting(run -> run.contract() + " " + run.state())
          .containsExactly("patient PAUSED", "second QUEUED");

      office.happens(reply(ANN, "yes"));

      assertThat(office.endings(ANN))
          .containsExactly("text-back: answered", "patient: PAUSED", "second: AWAITING");
      assertThat(office.records().laneBook(HERE).inTurn()).hasSize(1);
    }
  }

  @Test
  void whoWasPausedInTurnComesInOnResumingWhereTheLaneIsFree() {
    try (var office = Office.opened(folder, textBack(), queueing())) {
      office.happens(missedCall(ANN));
      office.happens(tagged("patient"));
      pauses(office, "patient");
      office.happens(reply(ANN, "yes"));
      office.passes(Duration.ofHours(1));
      assertThat(office.endings(ANN)).containsExactly("text-back: answered", "patient: PAUSED");

      resumes(office, "patient", false);

      assertThat(office.endings(ANN)).containsExactly("text-back: answered", "patient: AWAITING");
      assertThat(office.records().lanes(HERE)).hasSize(1);
    }
  }

  @Test
  void whoWasPausedInTurnWaitsOnForWhatIsLeftOfTheirTimeOrIsTurnedAway() {
    Contract hasty = onTag("hasty", "hasty", whenOccupied(inTurn(hours(2))), 0);
    try (var office = Office.opened(folder, textBack(), queueing(), hasty)) {
      office.happens(missedCall(ANN));
      office.happens(tagged("patient"));
      office.happens(tagged("hasty"));
      pauses(office, "patient");
      pauses(office, "hasty");
      office.passes(Duration.ofHours(3));
      assertThat(office.refusals(ANN)).isEmpty();

      resumes(office, "patient", true);
      resumes(office, "hasty", false);

      assertThat(office.endings(ANN))
          .containsExactly("text-back: AWAITING", "patient: QUEUED", "hasty: TURNED_AWAY");
      assertThat(office.refusals(ANN)).containsExactly("hasty: turned-away");
    }
  }

  @Test
  void whoIsPausedInTurnIsTurnedAwayWhenWithdrawn() {
    try (var office = Office.opened(folder, textBack(), queueing())) {
      office.happens(missedCall(ANN));
      office.happens(tagged("patient"));
      pauses(office, "patient");

      office.engine.operator(HERE).withdraw(runOf(office, "patient"), "a mistake", "Eve").join();

      assertThat(office.endings(ANN))
          .containsExactly("text-back: AWAITING", "patient: TURNED_AWAY");
    }
  }
}
