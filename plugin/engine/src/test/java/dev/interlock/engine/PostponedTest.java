package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.crm.Found;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.engine.read.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A message that cannot go out when it was allowed to is asked about again before it does.
class PostponedTest {
  @TempDir Path folder;

  private static Sent.TryLater slowDown(Duration pause) {
    return new Sent.TryLater(pause, "slow down", false);
  }

  @Test
  void whoSaidStopWhileItWaitedGetsNoMessage() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(slowDown(Duration.ofHours(2)));
      office.happens(missedCall(ANN));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.HELD);
      assertThat(office.records().totals(HERE).messages()).isZero();

      office.happens(reply(ANN, "STOP"));
      office.passes(Duration.ofHours(3));

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.endings(ANN)).containsExactly("text-back: unreachable");
    }
  }

  @Test
  void whoSaidStopWithinTheMinuteGetsNoMessageEither() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(slowDown(Duration.ofSeconds(30)));
      office.happens(missedCall(ANN));

      office.happens(reply(ANN, "STOP"));
      office.passes(Duration.ofSeconds(40));

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.endings(ANN)).containsExactly("text-back: unreachable");
    }
  }

  @Test
  void whatIsDueInTheNightGoesOutInTheMorning() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(slowDown(Duration.ofHours(10)));
      office.happens(missedCall(ANN));
      office.passes(Duration.ofHours(19));
      assertThat(office.crm.texts(ANN)).isEmpty();
      office.passes(Duration.ofHours(1));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.run(ANN).journal())
          .anySatisfy(line -> assertThat(line.words()).contains("slow down"));
    }
  }

  @Test
  void whatWasInLineWhenTheEngineStoppedIsAskedAgain() {
    var office = Office.opened(folder, textBack());
    office.crm.answers(slowDown(Duration.ofSeconds(30)));
    office.happens(missedCall(ANN));
    office.clock.moveTo(Office.NOON.plus(Duration.ofHours(10)));
    try (var later = office.restarted(textBack())) {
      later.settle();

      assertThat(later.crm.texts(ANN)).isEmpty();
      assertThat(later.run(ANN).summary().state()).isEqualTo(RunState.HELD);
    }
  }

  @Test
  void whatIsAllowedAgainGoesOutInTheSameTurn() {
    var office = Office.opened(folder, textBack());
    office.crm.answers(slowDown(Duration.ofSeconds(30)));
    office.happens(missedCall(ANN));
    office.clock.moveTo(Office.NOON.plus(Duration.ofHours(2)));
    try (var later = office.restarted(textBack())) {
      later.settle();

      assertThat(later.crm.texts(ANN)).hasSize(1);
      assertThat(later.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
      assertThat(later.records().totals(HERE).messages()).isOne();
    }
  }

  @Test
  void whatWasLookedForInVainIsAskedAgainBeforeItIsRepeated() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.InDoubt("a timeout"));
      IntStream.range(0, 8).forEach(_ -> office.crm.finds(new Found.NotYet("the index lags")));
      office.happens(missedCall(ANN));
      office.crm.losesPhone(ANN);
      office.passes(Duration.ofHours(1));

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.run(ANN).summary().state()).isNotEqualTo(RunState.DOUBTFUL);
    }
  }

  @Test
  void failedAttemptsAreCountedAcrossPostponements() {
    try (var office = Office.opened(folder, textBack())) {
      for (int i = 0; i < 3; i++) {
        office.crm.answers(new Sent.TryLater(Duration.ofMinutes(5), "an outage", true));
      }
      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(30));

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.endings(ANN)).containsExactly("text-back: unreachable");
    }
  }

  @Test
  void anOutcomeIsKeptWhileTheContactCannotBeReadForWhatFollows() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(slowDown(Duration.ofHours(1)));
      office.happens(missedCall(ANN));
      office.crm.reads(
          new Read.TryLater<ContactSnapshot>(Duration.ofMinutes(1), "the CRM is down"));
      office.passes(Duration.ofHours(2));

      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }
}
