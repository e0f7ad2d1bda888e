package dev.interlock.engine;

import static dev.interlock.contract.dsl.Events.dateReached;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.onTheDay;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.FieldName;
import dev.interlock.engine.read.VersionLine;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other contracts go live while an engine works.
class GoingLiveTest {
  private static final FieldName RENEWAL = new FieldName("Renewal");

  @TempDir Path folder;

  private static Contract renewal() {
    return workflow("renewal")
        .title("Renewal")
        .owner("Front desk")
        .purpose("Nobody is forgotten.")
        .startsWhen(dateReached("Renewal", onTheDay(), clock(14, 0)), milestone("The day has come"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .path(sms("hello", "renew"), exit("done"))
        .exits(exit("done", SUCCESS))
        .build();
  }

  @Test
  void newEntriesTakeTheNewVersionAndRunsUnderWayStayOnTheOld() {
    try (var office = Office.opened(folder, Contracts.textBack("old"))) {
      office.happens(missedCall(ANN));

      office.goesLive(Contracts.textBack("new"));
      office.happens(missedCall(BOB));
      office.happens(reply(ANN, "here I am"));

      assertThat(office.crm.texts(ANN)).containsExactly("old");
      assertThat(office.crm.texts(BOB)).containsExactly("new");
      assertThat(office.endings(ANN)).containsExactly("text-back: answered");
      assertThat(office.records().versions(Office.HERE))
          .extracting(VersionLine::active)
          .containsExactly(true, false);
    }
  }

  @Test
  void aContractThatIsTakenAwayTakesNoEntriesAndFinishesItsRuns() {
    try (var office = Office.opened(folder, Contracts.textBack(), Contracts.doing(note("Hm")))) {
      office.happens(missedCall(ANN));

      office.goesLive(Contracts.doing(note("Hm")));
      office.happens(missedCall(BOB));
      office.happens(reply(ANN, "here I am"));

      assertThat(office.endings(ANN)).contains("text-back: answered");
      assertThat(office.endings(BOB)).containsExactly("doing: done");
    }
  }

  @Test
  void whatIsNewIsStillThereAfterARestart() {
    var office = Office.opened(folder, Contracts.textBack("old"));
    office.happens(missedCall(ANN));
    office.goesLive(Contracts.textBack("new"));

    try (var again = office.restarted(Contracts.textBack("new"))) {
      again.happens(reply(ANN, "here I am"));
      again.happens(missedCall(BOB));

      assertThat(again.endings(ANN)).containsExactly("text-back: answered");
      assertThat(again.crm.texts(BOB)).containsExactly("new");
    }
  }

  @Test
  void aDateThatPassedWhileTheContractWasOutOfServiceIsNotMadeUpFor() {
    try (var office = Office.opened(folder, renewal(), Contracts.textBack())) {
      office.crm.set(ANN, RENEWAL, "2026-03-05");
      office.crm.set(BOB, RENEWAL, "2026-03-08");
      office.goesLive(Contracts.textBack());
      office.passes(Duration.ofDays(4));

      office.goesLive(renewal(), Contracts.textBack());
      office.passes(Duration.ofDays(3));

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.crm.texts(BOB)).containsExactly("renew");
    }
  }

  @Test
  void aDateOfAContractThatIsNewIsKeptWithoutARestart() {
    try (var office = Office.opened(folder, Contracts.textBack())) {
      office.crm.set(ANN, RENEWAL, "2026-03-05");

      office.goesLive(renewal());
      office.passes(Duration.ofDays(3));

      assertThat(office.crm.texts(ANN)).containsExactly("renew");
    }
  }

  @Test
  void whoIsNotInstalledCannotBeRenewed() {
    try (var office = Office.opened(folder, Contracts.textBack());
        var empty = Office.idle(folder.resolve("empty.db"))) {
      assertThatThrownBy(() -> empty.renew(office.installation(Contracts.textBack())))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("not installed yet");
    }
  }
}
