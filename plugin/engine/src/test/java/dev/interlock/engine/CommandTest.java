package dev.interlock.engine;

import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.completeTasks;
import static dev.interlock.contract.dsl.Steps.dueIn;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.setField;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.contactsAssignee;
import static dev.interlock.contract.dsl.Workflows.team;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.StandardFields;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Found;
import dev.interlock.crm.Sent;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of commands, whatever the CRM answers.
class CommandTest {
  @TempDir Path folder;

  private static Sent.TryLater failure() {
    return new Sent.TryLater(Duration.ZERO, "an outage", true);
  }

  @Test
  void aPassingFaultIsTriedAgainWithGrowingPauses() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(failure());
      office.crm.answers(failure());

      office.happens(missedCall(ANN));
      assertThat(office.engine.nextAlarm()).contains(NOON.plusSeconds(2));
      office.passes(Duration.ofSeconds(2));
      assertThat(office.engine.nextAlarm()).contains(NOON.plusSeconds(6));
      assertThat(office.crm.texts(ANN)).isEmpty();

      office.passes(Duration.ofSeconds(4));
      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void whenTheRetriesAreUsedUpTheStepHasFailed() {
    try (var office = Office.opened(folder, textBack())) {
      for (int i = 0; i < 3; i++) {
        office.crm.answers(failure());
      }

      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(1));

      assertThat(office.endings(ANN)).containsExactly("text-back: unreachable");
      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.records().totals(HERE).messages()).isZero();
    }
  }

  @Test
  void beingToldToSlowDownIsNoAttempt() {
    try (var office = Office.opened(folder, textBack())) {
      for (int i = 0; i < 20; i++) {
        office.crm.answers(new Sent.TryLater(Duration.ofSeconds(10), "slow down", false));
      }

      office.happens(missedCall(ANN));
      office.passes(Duration.ofSeconds(199));
      assertThat(office.crm.texts(ANN)).isEmpty();
      office.passes(Duration.ofSeconds(1));

      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void aCrmThatNeverHasTimeIsGivenUpAfterADay() {
    try (var office = Office.opened(folder, textBack())) {
      for (int i = 0; i < 26; i++) {
        office.crm.answers(new Sent.TryLater(Duration.ofHours(1), "slow down", false));
      }

      office.happens(missedCall(ANN));
      office.passes(Duration.ofHours(60));

      assertThat(office.endings(ANN)).containsExactly("text-back: unreachable");
    }
  }

  @Test
  void aRefusalTakesTheFailurePathAtOnce() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.Refused("invalid", "no such number"));

      office.happens(missedCall(ANN));

      assertThat(office.endings(ANN)).containsExactly("text-back: unreachable");
      assertThat(office.crm.told())
          .extracting(FakeCrm.Told::deed)
          .hasExactlyElementsOfTypes(Deed.Notify.class);
    }
  }

  @Test
  void aMessageInDoubtThatWentOutIsNotSentAgain() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.doesAndAnswers(new Sent.InDoubt("a timeout"));

      office.happens(missedCall(ANN));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.COMMANDED);
      office.passes(Duration.ofMinutes(1));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
    }
  }

  @Test
  void aDoubtIsNotPutBeforePeopleAfterOneVainLookBecauseTheMachineSlept() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.doesAndAnswers(new Sent.InDoubt("a timeout"));
      office.crm.finds(new Found.NotYet("an outage"));
      office.happens(missedCall(ANN));
      office.clock.moveTo(NOON.plus(Duration.ofHours(4)));
      office.settle();

      office.passes(Duration.ofMinutes(10));

      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
      assertThat(office.records().attention(HERE)).isEmpty();
      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void theSameWordsOfAnEarlierCommandAreNotTakenForThoseInDoubt() {
    try (var office = Office.opened(folder, doing(sms("hello", "Hi"), sms("again", "Hi")))) {
      office.crm.obeys();
      office.crm.answers(new Sent.InDoubt("a timeout"));

      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(1));

      assertThat(office.crm.texts(ANN)).containsExactly("Hi", "Hi");
      assertThat(office.endings(ANN)).containsExactly("doing: done");
    }
  }

  @Test
  void aMessageInDoubtThatDidNotGoOutIsSentOnce() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.InDoubt("a timeout"));

      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(1));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
    }
  }

  @Test
  void aLookThatIsTooEarlyIsRepeated() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.doesAndAnswers(new Sent.InDoubt("a timeout"));
      office.crm.finds(new Found.NotYet("the index lags"));
      office.crm.finds(new Found.NotYet("the index lags"));

      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(1));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
    }
  }

  @Test
  void whatCanNeverBeToldIsPutBeforeAnOperator() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.InDoubt("a timeout"));
      office.crm.finds(new Found.CannotTell("the CRM keeps no history"));

      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(1));

      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.DOUBTFUL);
      assertThat(office.records().attention(HERE))
          .singleElement()
          .satisfies(line -> assertThat(line.concern()).isEqualTo(Concern.IN_DOUBT));
      assertThat(office.engine.nextAlarm()).isPresent();
    }
  }

  @Test
  void aDoubtThatNobodySettlesFreesTheLaneAndKeepsTheAlarm() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.InDoubt("a timeout"));
      office.crm.finds(new Found.CannotTell("the CRM keeps no history"));
      office.happens(missedCall(ANN));
      office.passes(Duration.ofDays(4));

      assertThat(office.endings(ANN)).containsExactly("text-back: unreachable");
      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.records().lanes(HERE)).isEmpty();
      assertThat(office.records().attention(HERE))
          .singleElement()
          .satisfies(line -> assertThat(line.concern()).isEqualTo(Concern.IN_DOUBT));
    }
  }

  @Test
  void lookingEndsSomeTime() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.InDoubt("a timeout"));
      for (int i = 0; i < 100; i++) {
        office.crm.finds(new Found.NotYet("the index lags"));
      }

      office.happens(missedCall(ANN));
      office.passes(Duration.ofHours(1));

      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.DOUBTFUL);
      assertThat(office.crm.texts(ANN)).isEmpty();
    }
  }

  @Test
  void aDealInDoubtIsLookedForBeforeAnotherOneIsMade() {
    try (var office = Office.opened(folder, doing(moveTo(Office.SALES, Office.WON)))) {
      office.crm.doesAndAnswers(new Sent.InDoubt("a timeout"));
      office.crm.finds(new Found.NotYet("searches lag behind"));

      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(5));

      assertThat(office.crm.told()).as("once").hasSize(1);
      assertThat(office.endings(ANN)).containsExactly("doing: done");
    }
  }

  @Test
  void aTagInDoubtIsSimplySetAgain() {
    try (var office = Office.opened(folder, doing(addTag("called")))) {
      office.crm.answers(new Sent.InDoubt("a timeout"));
      office.crm.finds(new Found.CannotTell("nobody should look for a tag"));

      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(1));

      assertThat(office.crm.tags(ANN)).containsExactly("called");
      assertThat(office.endings(ANN)).containsExactly("doing: done");
    }
  }

  @Test
  void anAdapterThatFailsUnforeseenLeavesADoubt() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.interrupted(() -> {
        throw new IllegalStateException("a bug of the adapter");
      });

      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(1));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
    }
  }

  @Test
  void anExitThatDoesNotHoldIsRepairedOnceAndThenRaised() {
    var contract = doing(exit("done", SUCCESS).leaves(tag("kept")), addTag("called"));
    try (var office = Office.opened(folder, contract)) {
      office.crm.obeys();
      // twice the CRM says that it set the tag, and did not
      office.crm.answers(new Sent.Done(Optional.empty(), Optional.empty()));
      office.crm.answers(new Sent.Done(Optional.empty(), Optional.empty()));

      office.happens(missedCall(ANN));

      assertThat(office.run(ANN).summary().proof()).contains(ProofState.UNVERIFIED);
      assertThat(office.records().attention(HERE))
          .singleElement()
          .satisfies(line -> assertThat(line.concern()).isEqualTo(Concern.EXIT_UNVERIFIED));
    }
  }

  @Test
  void aContactThatIsGoneEndsTheRun() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.ContactGone("deleted"));

      office.happens(missedCall(ANN));

      assertThat(office.endings(ANN)).containsExactly("text-back: withdrawn");
      assertThat(office.records().lanes(HERE)).isEmpty();
    }
  }

  @Test
  void everyTextIsFilledInAndPeopleAreFound() {
    var contract =
        doing(
            email("mail", "Hi {{contact.firstName}}", "<p>{{contact.company}}</p>"),
            task("Ring {{contact.name}}", dueIn(hours(2))).named("ring"),
            note("{{contact.firstName}} called"),
            setField("Source", "call by {{contact.firstName}}"),
            moveTo(Office.SALES, Office.NEW),
            completeTasks().named("tick-off"));
    try (var office = Office.opened(folder, contract)) {
      office.crm.set(ANN, StandardFields.COMPANY, "<b>Smith & Sons</b>");

      office.happens(missedCall(ANN));

      Instant due = NOON.plus(Duration.ofHours(2));
      List<Deed> deeds = office.crm.told().stream().map(FakeCrm.Told::deed).toList();
      String run = office.run(ANN).summary().run().text();
      assertThat(deeds)
          .containsExactly(
              new Deed.SendEmail("Hi Ann", "<p>&lt;b&gt;Smith &amp; Sons&lt;/b&gt;</p>"),
              new Deed.CreateTask("Ring Ann", "", due, Optional.of("Max"), run + "/2"),
              new Deed.AddNote("Ann called", run + "/3"),
              new Deed.SetField(StandardFields.SOURCE, "call by Ann"),
              new Deed.MoveDeal(Office.operation().pipelines().getFirst(), Office.NEW, "Ann"),
              new Deed.CompleteTasks(List.of("t2")));
    }
  }

  @Test
  void aValueThatIsMissingIsLeftOutAndWrittenDown() {
    var contract =
        textBack("Hi {{contact.lastName}}{{#if contact.city}} in {{contact.city}}{{/if}}!");
    try (var office = Office.opened(folder, contract)) {
      office.happens(missedCall(ANN));

      assertThat(office.crm.texts(ANN)).containsExactly("Hi !");
      assertThat(office.run(ANN).journal())
          .extracting(line -> line.words())
          .contains("{{contact.lastName}} has no value; left out.")
          .doesNotContain("{{contact.city}} has no value; left out.");
    }
  }

  @Test
  void whoeverLooksAfterTheContactStandsInForTheOwner() {
    var contract =
        doing(
            task("Ring", dueIn(hours(1)), contactsAssignee()).named("ring"),
            task("Write", dueIn(hours(1)), team("Nobody")).named("write"));
    try (var office = Office.opened(folder, contract)) {
      office.happens(missedCall(ANN));

      assertThat(office.crm.told())
          .extracting(told -> ((Deed.CreateTask) told.deed()).user())
          .containsExactly(Optional.of("Max"), Optional.empty());
    }
  }
}
