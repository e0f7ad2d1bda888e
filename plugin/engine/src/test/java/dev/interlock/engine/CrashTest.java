package dev.interlock.engine;

import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.crm.Sent;
import dev.interlock.engine.read.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left after the power went out, at the worst moments.
class CrashTest {
  @TempDir Path folder;
  @TempDir Path after;

  /// The power goes out while the CRM is being told, right after it did what it was told.
  private Office cutWhileTelling(Office office, Contract... contracts) {
    var survivor = new AtomicReference<Office>();
    office.crm.interrupted(() -> survivor.set(office.afterPowerCut(after, contracts)));
    office.happens(missedCall(ANN));
    return survivor.get();
  }

  @Test
  void aMessageThatWentOutBeforeThePowerCutIsNotSentAgain() {
    try (var office = Office.opened(folder, textBack())) {
      try (var survivor = cutWhileTelling(office, textBack())) {
        survivor.passes(Duration.ofMinutes(5));

        assertThat(office.crm.texts(ANN)).hasSize(1);
        assertThat(survivor.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
      }
    }
  }

  @Test
  void aMessageThatDidNotGoOutBeforeThePowerCutIsSentOnce() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.Refused("lost", "the answer that nobody ever sees"));
      try (var survivor = cutWhileTelling(office, textBack())) {
        survivor.passes(Duration.ofMinutes(5));

        assertThat(office.crm.texts(ANN)).hasSize(1);
        assertThat(survivor.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
      }
    }
  }

  @Test
  void theTextThatIsLookedForIsTheVeryOneThatWasTold() {
    try (var office = Office.opened(folder, textBack())) {
      try (var survivor = cutWhileTelling(office, textBack("Another text by now"))) {
        survivor.passes(Duration.ofMinutes(5));

        assertThat(office.crm.texts(ANN)).containsExactly("Hi Ann, book: https://book.example");
      }
    }
  }

  @Test
  void aTagWhoseSettingWasCutOffIsSetAgain() {
    var contract = doing(addTag("called"));
    try (var office = Office.opened(folder, contract)) {
      try (var survivor = cutWhileTelling(office, contract)) {
        survivor.settle();

        assertThat(survivor.endings(ANN)).containsExactly("doing: done");
        assertThat(office.crm.tags(ANN)).containsExactly("called");
      }
    }
  }

  @Test
  void whatWasAcceptedAndNotYetWorkedOnIsWorkedOnAfterAStart() {
    try (var office = Office.opened(folder, textBack())) {
      office.inbound.namesAreUnknown.set(true);
      office.happens(missedCall(ANN));
      office.happens(missedCall(BOB));

      try (var survivor = office.afterPowerCut(after, textBack())) {
        survivor.settle();

        assertThat(office.crm.texts(ANN)).hasSize(1);
        assertThat(office.crm.texts(BOB)).hasSize(1);
        assertThat(survivor.records().totals(HERE).inbox()).isZero();
      }
    }
  }

  @Test
  void timersOutliveARestartAndThoseThatFellDueMeanwhileRing() {
    var office = Office.opened(folder, textBack());
    office.happens(missedCall(ANN));

    try (var next = office.restarted(textBack())) {
      next.settle();
      assertThat(next.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
      assertThat(next.engine.nextAlarm()).contains(NOON.plus(Duration.ofDays(1)));

      next.clock.moveTo(NOON.plus(Duration.ofDays(3)));
      try (var last = next.restarted(textBack())) {
        last.settle();
        assertThat(last.endings(ANN)).containsExactly("text-back: cold");
      }
    }
  }

  @Test
  void aPostponedCommandIsCarriedOutAfterARestart() {
    var office = Office.opened(folder, textBack());
    office.crm.answers(new Sent.TryLater(Duration.ofMinutes(1), "an outage", true));
    office.happens(missedCall(ANN));

    try (var next = office.restarted(textBack())) {
      next.passes(Duration.ofMinutes(1));
      assertThat(next.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void aRunStaysOnTheVersionItBeganWithEvenWhenItIsGone() {
    var office = Office.opened(folder, textBack());
    office.happens(missedCall(ANN));

    try (var next = office.restarted()) {
      next.happens(reply(ANN, "yes"));
      next.happens(missedCall(BOB));

      assertThat(next.endings(ANN)).containsExactly("text-back: answered");
      assertThat(next.story(BOB).runs()).isEmpty();
      assertThat(next.records().versions(HERE))
          .singleElement()
          .satisfies(version -> assertThat(version.active()).isFalse());
    }
  }

  @Test
  void aNewVersionTakesTheNewEntries() {
    var office = Office.opened(folder, textBack());
    office.happens(missedCall(ANN));

    try (var next = office.restarted(textBack("A better text"))) {
      next.happens(missedCall(BOB));

      assertThat(next.crm.texts(BOB)).containsExactly("A better text");
      assertThat(next.run(ANN).summary().hash()).isNotEqualTo(next.run(BOB).summary().hash());
      assertThat(next.records().versions(HERE)).hasSize(2);
    }
  }
}
