package dev.interlock.engine.store;

import static dev.interlock.engine.store.Samples.ANN;
import static dev.interlock.engine.store.Samples.BOB;
import static dev.interlock.engine.store.Samples.HASH;
import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.NURTURE;
import static dev.interlock.engine.store.Samples.TEXT_BACK;
import static dev.interlock.engine.store.Samples.THERE;
import static dev.interlock.engine.store.Samples.ended;
import static dev.interlock.engine.store.Samples.missedCall;
import static dev.interlock.engine.store.Samples.run;
import static dev.interlock.engine.store.Samples.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Remembered;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.CommandLine;
import dev.interlock.engine.read.ContactLine;
import dev.interlock.engine.read.ContactStory;
import dev.interlock.engine.read.DayLine;
import dev.interlock.engine.read.ExitCount;
import dev.interlock.engine.read.NewsLine;
import dev.interlock.engine.read.PlaceCount;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RefusalCount;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.read.Totals;
import dev.interlock.engine.read.VersionLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every store promises those who ask what happened.
interface RecordsContract {
  Store store();

  private Records records() {
    return store().records();
  }

  /// Ann has a run that ended and one under way, and was refused once; Bob has a run under way.
  private void tell() {
    var say = new CommandId(new RunId("r1"), 1);
    store()
        .write(tables -> {
          tables.contacts().introduce(HERE, ANN, Remembered.nothing(), "Ann Smith");
          tables.events().add(HERE, missedCall("event-1", ANN), "a call was missed", NOON);
          tables.runs().add(HERE, run("r1", ANN), NOON);
          tables.lanes().claim(HERE, ANN, new Lanes.Claim(new LaneName("l"), say.run(), 0), NOON);
          tables
              .journal()
              .add(HERE, say.run(), List.of(new Entry(Entry.Kind.ENTERED, "", "Entered.")), NOON);
          tables.intents().add(HERE, say(say.run(), 1), NOON);
          tables.intents().claim(HERE, say, Optional.of(new Deed.SendSms("Hi Ann")), NOON);
          var done = new Outcome.Done(Optional.of(new MessageId("m1")), Optional.empty());
          tables.intents().done(HERE, say, done, NOON);
          return true;
        })
        .join();
    store()
        .write(tables -> {
          Runs.Stored first = tables.runs().find(HERE, say.run()).orElseThrow();
          tables.runs().replace(HERE, first, first.run().at(ended("booked")), NOON.plusSeconds(5));
          tables.runs().add(HERE, run("r2", ANN, NURTURE), NOON.plusSeconds(6));
          tables.runs().add(HERE, run("r3", BOB), NOON.plusSeconds(7));
          var reasons = List.of(new Reason("reentry", "it ran before"));
          tables
              .notices()
              .refused(
                  HERE,
                  new Notices.Refusal(ANN, TEXT_BACK, HASH, "event-1", reasons),
                  NOON.plusSeconds(8));
          tables
              .notices()
              .attend(
                  HERE,
                  new Notices.Attention(
                      Optional.of(new RunId("r2")), Optional.of(ANN), Concern.IN_DOUBT, "look"),
                  NOON.plusSeconds(9));
          return true;
        })
        .join();
  }

  @Test
  default void everythingIsCountedPerInstallation() {
    tell();

    assertThat(records().installations()).containsExactly(HERE, THERE);
    assertThat(records().totals(HERE)).isEqualTo(new Totals(1, 1, 2, 1, 1, 0, 1, 0, 1, 0, 0));
    assertThat(records().totals(THERE)).isEqualTo(new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  default void runsAreListedWithTheLastChangedFirst() {
    tell();

    assertThat(records().runs(HERE, RunFilter.all(), 10, 0))
        .extracting(summary -> summary.run().text())
        .containsExactly("r3", "r2", "r1");
    assertThat(records().runs(HERE, RunFilter.all(), 1, 1))
        .extracting(summary -> summary.run().text())
        .containsExactly("r2");
  }

  @Test
  default void runsAreFilteredByEverythingThatPeopleAskFor() {
    tell();

    assertThat(found(RunFilter.all().of(NURTURE))).containsExactly("r2");
    assertThat(found(RunFilter.all().of(ANN).underWay())).containsExactly("r2");
    assertThat(found(RunFilter.all().over())).containsExactly("r1");
    assertThat(found(RunFilter.all().endedBy(new ExitName("booked")))).containsExactly("r1");
    assertThat(found(RunFilter.all().in(RunState.WAITING))).containsExactly("r3", "r2");
  }

  private List<String> found(RunFilter filter) {
    return records().runs(HERE, filter, 10, 0).stream()
        .map(summary -> summary.run().text())
        .toList();
  }

  @Test
  default void aRunTellsWhatItDidAndWordForWordWhatItSaid() {
    tell();

    var detail = records().run(HERE, new RunId("r1")).orElseThrow();

    assertThat(detail.summary())
        .extracting(RunSummary::contactName, RunSummary::exit, RunSummary::proof)
        .containsExactly(
            "Ann Smith", Optional.of(new ExitName("booked")), Optional.of(ProofState.VERIFIED));
    assertThat(detail.journal()).extracting(line -> line.words()).containsExactly("Entered.");
    assertThat(detail.commands())
        .singleElement()
        .extracting(CommandLine::what, CommandLine::told, CommandLine::result)
        .containsExactly("Sends a text message", "Hi Ann", "Done");
    assertThat(records().run(THERE, new RunId("r1"))).isEmpty();
  }

  @Test
  default void theLatestLinesOfAllJournalsSayWhomTheyAreAbout() {
    tell();

    assertThat(records().latest(HERE, 10))
        .extracting(NewsLine::contactName, NewsLine::contract, news -> news.line().words())
        .containsExactly(tuple("Ann Smith", TEXT_BACK, "Entered."));
    assertThat(records().latest(HERE, 0)).isEmpty();
    assertThat(records().latest(THERE, 10)).isEmpty();
  }

  @Test
  default void theZoneOfAnAccountIsKnown() {
    assertThat(records().zone(HERE)).isEqualTo(Samples.ZONE);
  }

  @Test
  default void aContactsStoryHasWhatWasHeardWhatWasDoneAndWhatWasNot() {
    tell();

    ContactStory story = records().story(HERE, ANN).orElseThrow();

    assertThat(story.name()).isEqualTo("Ann Smith");
    assertThat(story.runs()).hasSize(2);
    assertThat(story.refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.causeWords()).isEqualTo("a call was missed"));
    assertThat(story.timeline())
        .hasExactlyElementsOfTypes(
            ContactStory.Heard.class, ContactStory.Noted.class, ContactStory.Refused.class);
    assertThat(records().story(HERE, new ContactId("nobody"))).isEmpty();
  }

  @Test
  default void runsAreCountedByExitAndByPlace() {
    tell();

    assertThat(records().exits(HERE))
        .containsExactly(
            new ExitCount(TEXT_BACK, HASH, new ExitName("booked"), ProofState.VERIFIED, 1));
    var pause = Optional.of(new NodeId("pause"));
    assertThat(records().places(HERE))
        .containsExactly(
            new PlaceCount(NURTURE, HASH, RunState.WAITING, pause, 1),
            new PlaceCount(TEXT_BACK, HASH, RunState.WAITING, pause, 1));
    assertThat(records().refusalCounts(HERE))
        .containsExactly(new RefusalCount(TEXT_BACK, "reentry", "it ran before", 1));
    assertThat(records().refusalTotals(HERE)).isEqualTo(Map.of(TEXT_BACK, 1L));
    assertThat(records().refusals(HERE, Optional.of(NURTURE), 10)).isEmpty();
    assertThat(records().refusals(HERE, Optional.empty(), 10)).hasSize(1);
  }

  @Test
  default void aVersionThatIsReplacedKeepsItsTextAndItsRuns() {
    tell();
    String other = "b".repeat(64);
    store()
        .write(tables -> {
          var next = new Versions.Version(TEXT_BACK, other, "Text-back", "the new text");
          tables
              .versions()
              .activate(HERE, new Versions.Loaded("p".repeat(64), "another", List.of(next)), NOON);
          return true;
        })
        .join();

    assertThat(records().versions(HERE))
        .extracting(VersionLine::contract, VersionLine::active, VersionLine::underWay)
        .containsExactly(
            tuple(TEXT_BACK, true, 0L), tuple(NURTURE, false, 1L), tuple(TEXT_BACK, false, 1L));
    assertThat(records().contractText(HERE, TEXT_BACK, HASH)).contains("the text");
    assertThat(store().read((Tables tables) -> tables.versions().operation(HERE)))
        .contains("another");
  }

  @Test
  default void contactsAreFoundByNameAndById() {
    tell();

    var ann = new ContactLine(ANN, "Ann Smith", 1, 1);
    assertThat(records().contacts(HERE, "smi", 10)).containsExactly(ann);
    assertThat(records().contacts(HERE, "ann", 10)).containsExactly(ann);
    assertThat(records().contacts(HERE, "%", 10)).isEmpty();
  }

  @Test
  default void whoHoldsWhichContactIsTold() {
    tell();

    assertThat(records().lanes(HERE))
        .singleElement()
        .satisfies(lane -> assertThat(lane.run()).isEqualTo(new RunId("r1")));
  }

  @Test
  default void whatNeedsAttentionIsListedUntilSomebodyLooked() {
    tell();
    assertThat(records().attention(HERE)).extracting(AttentionLine::words).containsExactly("look");

    store()
        .write(tables -> {
          tables.notices().attended(HERE, new RunId("r2"), "Eve", NOON);
          tables
              .notices()
              .ordered(
                  HERE,
                  new Notices.Order(
                      "Eve", "settled it", Optional.of(new RunId("r2")), Optional.of(ANN)),
                  NOON);
          return true;
        })
        .join();

    assertThat(records().attention(HERE)).isEmpty();
    assertThat(records().audit(HERE, 10))
        .singleElement()
        .satisfies(line -> assertThat(line.who()).isEqualTo("Eve"));
  }

  @Test
  default void tellsWhichAccountsHaveDriftedAndHowMuch() {
    var drifted =
        new Notices.Attention(Optional.empty(), Optional.empty(), Concern.DRIFTED, "it is gone");
    var failed =
        new Notices.Attention(Optional.empty(), Optional.empty(), Concern.STEP_FAILED, "it failed");
    store()
        .write(tables -> {
          tables.notices().attend(HERE, drifted, NOON);
          tables.notices().attend(HERE, failed, NOON);
          tables.notices().attend(THERE, failed, NOON);
          return true;
        })
        .join();

    assertThat(records().drifted()).containsExactly(Map.entry(HERE, 1L));
  }

  @Test
  default void tellsWhatWasSaidLastOfAnAccountsDay() {
    var first = new DayLine(OptionalLong.of(200_000), 7, Optional.of(NOON.plusSeconds(9)), NOON);
    var second = new DayLine(OptionalLong.empty(), 5, Optional.empty(), NOON.plusSeconds(1));

    store().write(tables -> said(tables, first)).join();
    assertThat(records().day(HERE)).contains(first);
    store().write(tables -> said(tables, second)).join();

    assertThat(records().day(HERE)).contains(second);
    assertThat(records().day(THERE)).isEmpty();
  }

  private static boolean said(Tables tables, DayLine day) {
    tables.allowances().said(HERE, day);
    return true;
  }
}
