package dev.interlock.engine;

import static dev.interlock.engine.AnnouncerTest.annAnswers;
import static dev.interlock.engine.AnnouncerTest.anyEnd;
import static dev.interlock.engine.AnnouncerTest.attention;
import static dev.interlock.engine.AnnouncerTest.heard;
import static dev.interlock.engine.AnnouncerTest.knows;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.core.run.RunId;
import dev.interlock.crm.Sent;
import dev.interlock.engine.Operator.Answer;
import dev.interlock.engine.read.AuditLine;
import dev.interlock.engine.read.JournalLine;
import dev.interlock.engine.store.Subscriptions.Heard;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People see to ends of runs that workflows of the CRM could not be told.
class RetellingTest {
  @TempDir Path folder;

  private static void refuse(Office office, int times) {
    for (int i = 0; i < times; i++) {
      office.crm.answersAnnouncement(new Sent.Refused("gone", "there is no such trigger"));
    }
  }

  private static RunId run(Office office) {
    return office.run(ANN).summary().run();
  }

  private static Operator operator(Office office) {
    return office.engine.operator(HERE);
  }

  private static long kept(Office office) {
    return office.engine.ask(tables ->
        tables.announcements().failed(HERE).size() + tables.announcements().waiting(HERE));
  }

  @Test
  void whatFailedIsToldAgainByOrderAndNoLongerRaised() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("a"), anyEnd("b"));
      refuse(office, 2);
      annAnswers(office);
      office.passes(Duration.ofDays(3));
      assertThat(attention(office)).hasSize(2);

      var answer = operator(office).tellAgain(run(office), "a", "Ben").join();
      office.settle();

      assertThat(answer).isEqualTo(new Answer.Done());
      assertThat(office.crm.announced()).hasSize(3);
      assertThat(office.crm.announced().getLast().ending().key()).isEqualTo(run(office) + "/a");
      assertThat(attention(office)).singleElement().asString().contains("wf-b");
      assertThat(office.records().untold(HERE))
          .singleElement()
          .satisfies(failed -> {
            assertThat(failed.trigger()).isEqualTo("b");
            assertThat(failed.words()).contains("there is no such trigger");
          });
      assertThat(office.records().audit(HERE, 1))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.who()).isEqualTo("Ben");
            assertThat(line.what())
                .isEqualTo(
                    "had the CRM's workflow wf-a told again that text-back ended with answered");
            assertThat(line.run()).contains(run(office));
            assertThat(line.contact()).contains(ANN);
          });
      assertThat(office.run(ANN).journal())
          .extracting(JournalLine::words)
          .contains(
              "The CRM's workflow wf-a was not told of this end: there is no such trigger.",
              "Ben had the CRM's workflow wf-a told again of this end.");
      office.passes(Duration.ofDays(3));
      assertThat(office.crm.announced()).hasSize(3);
    }
  }

  @Test
  void whatIsToldAgainIsTriedForADayOnceMoreAndThenRaisedAgain() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      refuse(office, 1);
      annAnswers(office);
      office.passes(Duration.ofDays(3));
      for (int i = 0; i < 500; i++) {
        office.crm.answersAnnouncement(new Sent.TryLater(Duration.ZERO, "status 503", true));
      }

      operator(office).tellAgain(run(office), "t", "Ben").join();
      office.passes(Duration.ofHours(1));
      assertThat(office.crm.announced().size()).isBetween(5, 20);
      assertThat(attention(office)).isEmpty();
      office.passes(Duration.ofDays(1));

      assertThat(attention(office)).singleElement().asString().contains("in time");
      assertThat(office.records().untold(HERE)).hasSize(1);
    }
  }

  @Test
  void whatNeedNotBeToldIsSettled() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      refuse(office, 1);
      annAnswers(office);

      var answer = operator(office).leaveUntold(run(office), "t", "Ben").join();
      office.passes(Duration.ofDays(3));

      assertThat(answer).isEqualTo(new Answer.Done());
      assertThat(office.crm.announced()).hasSize(1);
      assertThat(attention(office)).isEmpty();
      assertThat(kept(office)).isZero();
      assertThat(office.records().audit(HERE, 1))
          .extracting(AuditLine::what)
          .containsExactly(
              "said that the CRM's trigger t need not be told that text-back ended with answered");
    }
  }

  @Test
  void nothingIsToldAgainThatWasToldOrThatNobodyKnows() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      annAnswers(office);

      for (var trigger : new String[] {"t", "other"}) {
        assertThatThrownBy(() -> operator(office).tellAgain(run(office), trigger, "Ben").join())
            .isInstanceOf(CompletionException.class)
            .hasRootCauseInstanceOf(EngineException.class)
            .hasMessageContaining("no end of run " + run(office));
        assertThatThrownBy(() -> operator(office).leaveUntold(run(office), trigger, "Ben").join())
            .hasRootCauseInstanceOf(EngineException.class);
      }
      office.settle();
      assertThat(office.crm.announced()).hasSize(1);
      assertThat(office.records().audit(HERE, 1)).isEmpty();
    }
  }

  @Test
  void aTriggerThatIsGoneIsNotToldAgainAndCanBeLetBe() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      refuse(office, 1);
      annAnswers(office);
      knows(office, heard(anyEnd("t"), Heard.DELETED, "https://crm/t"));

      assertThat(operator(office).tellAgain(run(office), "t", "Ben").join())
          .isInstanceOf(Answer.Refused.class);
      assertThat(attention(office)).hasSize(1);
      assertThat(operator(office).leaveUntold(run(office), "t", "Ben").join())
          .isEqualTo(new Answer.Done());
      assertThat(attention(office)).isEmpty();
    }
  }

  @Test
  void nobodyIsToldAgainInAnAccountThatUninstalledTheApp() {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("t"));
      refuse(office, 1);
      annAnswers(office);
      office.isLeft();

      assertThat(operator(office).tellAgain(run(office), "t", "Ben").join())
          .isEqualTo(new Answer.Refused("the app was uninstalled"));
      office.settle();
      assertThat(office.crm.announced()).hasSize(1);
    }
  }

  @Test
  void whatWasToldIsForgottenAfterAMonthAndWhatFailedIsNot() throws SQLException {
    try (var office = Office.opened(folder, textBack())) {
      knows(office, anyEnd("a"), anyEnd("b"));
      refuse(office, 1);
      annAnswers(office);
      office.passes(Duration.ofDays(29));
      bobAnswers(office);
      assertThat(rows()).isEqualTo(4);

      office.passes(Duration.ofDays(2));
      bobAnswers(office);

      assertThat(rows()).as("of six, the one of Ann's that was told").isEqualTo(5);
      assertThat(office.records().untold(HERE)).hasSize(1);
      assertThat(office.crm.announced()).hasSize(6);
    }
  }

  private static void bobAnswers(Office office) {
    office.happens(missedCall(BOB));
    office.happens(reply(BOB, "yes"));
  }

  private int rows() throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("interlock.db"));
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM announcement")) {
      return rows.getInt(1);
    }
  }
}
