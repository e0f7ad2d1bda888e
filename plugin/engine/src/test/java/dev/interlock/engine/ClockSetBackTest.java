package dev.interlock.engine;

import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daily;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.engine.Contracts.onTag;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.event;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Entry;
import dev.interlock.crm.Found;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.JournalLine;
import dev.interlock.engine.store.Notices;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine's clock was far ahead for a while, and has been set back.
class ClockSetBackTest {
  private static final Instant AHEAD = NOON.plus(Duration.ofDays(30));
  private static final Instant BACK = NOON.plus(Duration.ofHours(1));
  private static final Contract SECOND = onTag("second", "second", whenOccupied(REFUSE), 0);

  @TempDir Path folder;

  private static Operation oneTextADay() {
    return business("Riverside Dental")
        .lane(Office.LANE, "one conversation at a time")
        .team("Front desk", "Eve", "Max")
        .setting("bookingLink", "where people book", "https://example.com")
        .limit(Channel.SMS, atMost(1).per(days(1)).apart(Duration.ZERO))
        .build();
  }

  private Office opened(Contract... contracts) {
    return Office.opened(folder, Office.config(), oneTextADay(), contracts);
  }

  private static void tagged(Office office, ContactId contact) {
    var what = new Happening.TagHappened(TagChange.ADDED, new TagName("second"));
    office.happens(event(contact, what, Provenance.OUTSIDE));
  }

  private static List<AttentionLine> told(Office office) {
    return office.records().attention(HERE).stream()
        .filter(line -> line.concern() == Concern.CLOCK_WAS_AHEAD)
        .toList();
  }

  private static Optional<Instant> alarm(Office office, ContactId contact) {
    return office.story(contact).runs().stream()
        .flatMap(run -> run.summary().alarm().stream())
        .findFirst();
  }

  @Test
  void aWaitThatBeganThenLastsAsLongAsTheContractSays() {
    try (var office = opened(textBack())) {
      office.clock.moveTo(AHEAD);
      office.happens(missedCall(ANN));
      assertThat(alarm(office, ANN)).contains(AHEAD.plus(days(1)));

      office.clock.moveTo(BACK);
      office.settle();

      assertThat(alarm(office, ANN)).contains(BACK.plus(days(1)));
      assertThat(office.run(ANN).journal())
          .extracting(JournalLine::words)
          .contains(
              "The clock of Interlock's machine had been ahead. Counted anew, this lasts until Wed 4"
                  + " Mar 13:00.");
      office.passes(days(1));
      assertThat(office.endings(ANN)).containsExactly("text-back: cold");
    }
  }

  /// More than are in hand at once.
  @Test
  void howeverManyWaitEachOfThemIsCountedAnew() {
    try (var office = opened(textBack())) {
      office.clock.moveTo(AHEAD);
      List<ContactId> many =
          IntStream.range(0, 150).mapToObj(number -> new ContactId("many" + number)).toList();
      many.forEach(contact -> {
        office.crm.add(contact, "One");
        office.arrives(missedCall(contact));
      });
      office.passes(Duration.ofMinutes(5));
      assertThat(many).allSatisfy(each -> assertThat(alarm(office, each)).isPresent());

      office.clock.moveTo(BACK);
      office.settle();

      assertThat(many)
          .allSatisfy(each -> assertThat(alarm(office, each)).contains(BACK.plus(days(1))));
    }
  }

  @Test
  void aLimitCountsWhatWasSentThenAsSentByNow() {
    try (var office = opened(textBack(), SECOND)) {
      office.clock.moveTo(AHEAD);
      office.happens(missedCall(ANN));
      office.clock.moveTo(BACK);
      office.settle();

      office.happens(reply(ANN, "yes"));
      tagged(office, ANN);

      assertThat(office.endings(ANN))
          .containsExactlyInAnyOrder("text-back: answered", "second: HELD");
      assertThat(alarm(office, ANN)).contains(BACK.plus(days(1)));
      assertThat(office.crm.texts(ANN)).as("one a day").hasSize(1);
      office.passes(days(1));
      assertThat(office.crm.texts(ANN)).hasSize(2);
    }
  }

  @Test
  void whatALimitHeldBackThenIsJudgedAnew() {
    try (var office = opened(textBack(), SECOND)) {
      office.clock.moveTo(AHEAD);
      office.happens(missedCall(ANN));
      office.happens(reply(ANN, "yes"));
      tagged(office, ANN);
      assertThat(alarm(office, ANN)).contains(AHEAD.plus(days(1)));

      office.clock.moveTo(BACK);
      office.settle();

      assertThat(alarm(office, ANN)).contains(BACK.plus(days(1)));
      assertThat(office.story(ANN).runs().getFirst().summary().endedAt()).contains(BACK);
    }
  }

  @Test
  void whatTheCrmHadNoTimeForThenIsTriedInTime() {
    try (var office = opened(textBack())) {
      office.clock.moveTo(AHEAD);
      office.crm.answers(new Sent.TryLater(Duration.ofMinutes(10), "an outage", false));
      office.happens(missedCall(ANN));
      assertThat(office.crm.texts(ANN)).isEmpty();

      office.clock.moveTo(BACK);
      office.settle();
      office.passes(Duration.ofMinutes(10));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.endings(ANN)).containsExactly("text-back: AWAITING");
    }
  }

  @Test
  void aWebhookThatWaitedThenIsWorkedOnAtOnce() {
    try (var office = opened(textBack())) {
      office.clock.moveTo(AHEAD);
      office.inbound.namesAreUnknown.set(true);
      office.happens(missedCall(ANN));
      office.inbound.namesAreUnknown.set(false);

      office.clock.moveTo(BACK);
      office.settle();

      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void whatWaitsForAContactThatCouldNotBeReadThenGoesOnAtOnce() {
    try (var office = opened(textBack())) {
      office.clock.moveTo(AHEAD);
      office.crm.reads(new Read.TryLater<>(Duration.ofMinutes(10), "an outage"));
      office.happens(missedCall(ANN));
      assertThat(office.crm.texts(ANN)).isEmpty();

      office.clock.moveTo(BACK);
      office.settle();

      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void newsOfAnEndThatHadToWaitThenIsToldAtOnce() {
    try (var office = opened(textBack())) {
      AnnouncerTest.knows(office, AnnouncerTest.anyEnd("any"));
      office.clock.moveTo(AHEAD);
      office.crm.answersAnnouncement(new Sent.TryLater(Duration.ofHours(1), "an outage", false));
      AnnouncerTest.annAnswers(office);
      int told = office.crm.announced().size();

      office.clock.moveTo(BACK);
      office.settle();

      assertThat(office.crm.announced()).hasSize(told + 1);
    }
  }

  /// It was noon by the clock that was ahead, and is midnight.
  @Test
  void aMessageThatWaitsIsNotSentByALeaveFromThen() {
    Operation quiet =
        business("Riverside Dental")
            .lane(Office.LANE, "one conversation at a time")
            .team("Front desk", "Eve", "Max")
            .setting("bookingLink", "where people book", "https://example.com")
            .quiet(daily(clock(20, 0), clock(8, 0)))
            .build();
    try (var office = Office.opened(folder, Office.config(), quiet, textBack())) {
      office.clock.moveTo(AHEAD);
      office.crm.answers(new Sent.TryLater(Duration.ofSeconds(30), "an outage", false));
      office.happens(missedCall(ANN));

      office.clock.moveTo(NOON.plus(Duration.ofHours(12)));
      office.settle();
      office.passes(Duration.ofMinutes(1));

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.endings(ANN)).containsExactly("text-back: HELD");
      office.passes(Duration.ofHours(8));
      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void somebodyIsToldOnceAndSettlesIt() {
    try (var office = opened(textBack())) {
      office.clock.moveTo(AHEAD);
      office.happens(missedCall(ANN));
      office.happens(missedCall(BOB));
      office.clock.moveTo(BACK);
      office.settle();
      office.passes(Duration.ofMinutes(5));

      assertThat(told(office))
          .singleElement()
          .satisfies(line ->
              assertThat(line.words())
                  .startsWith(
                      "The clock of Interlock's machine was ahead by 29 days 23 hours, until it was"
                          + " set back on Tue 3 Mar 13:00.")
                  .contains("Limits and waits of 2 contacts are counted anew"));

      office.engine.operator(HERE).acknowledge(told(office).getFirst().words(), "Eve").join();
      assertThat(told(office)).isEmpty();
    }
  }

  @Test
  void aClockThatWasSetRightWhileNobodyWorkedIsNoticedAtTheStart() {
    var office = opened(textBack());
    office.clock.moveTo(AHEAD);
    office.happens(missedCall(ANN));
    office.clock.moveTo(BACK);

    try (var next = office.restarted(textBack())) {
      next.settle();

      assertThat(told(next)).hasSize(1);
      assertThat(alarm(next, ANN)).contains(BACK.plus(days(1)));
    }
  }

  @Test
  void whatACrashLeftOverIsCountedAnewAtTheNextStart() {
    var office = opened(textBack());
    office.clock.moveTo(AHEAD);
    office.happens(missedCall(ANN));
    var run = office.run(ANN).summary().run();
    var words =
        new Notices.Attention(
            Optional.empty(), Optional.empty(), Concern.CLOCK_WAS_AHEAD, "the clock was ahead");
    office.engine.keep(tables -> {
      tables.notices().attendOnce(HERE, words, BACK);
      // something else was written by the right clock before the crash
      var entry = new Entry(Entry.Kind.HEARD, "", "Heard.");
      tables.journal().add(HERE, run, List.of(entry), BACK);
      return true;
    });
    office.close();
    office.clock.moveTo(BACK);

    try (var next = office.restarted(textBack())) {
      next.settle();

      assertThat(alarm(next, ANN)).contains(BACK.plus(days(1)));
      assertThat(told(next)).as("told once").hasSize(1);
    }
  }

  @Test
  void aClockThatIsKeptRightIsNoNews() {
    try (var office = opened(textBack())) {
      office.happens(missedCall(ANN));
      var until = alarm(office, ANN);
      office.clock.moveTo(NOON.minus(Duration.ofSeconds(119)));
      office.settle();

      assertThat(told(office)).isEmpty();
      assertThat(alarm(office, ANN)).isEqualTo(until);
    }
  }

  @Test
  void aWaitThatBeganBeforeEndsWhenItWouldHaveEnded() {
    try (var office = opened(textBack(), SECOND)) {
      office.happens(missedCall(ANN));
      office.clock.moveTo(NOON.plus(Duration.ofHours(20)));
      office.happens(missedCall(BOB));

      office.clock.moveTo(BACK);
      office.settle();

      assertThat(alarm(office, ANN)).contains(NOON.plus(days(1)));
      assertThat(alarm(office, BOB)).contains(BACK.plus(days(1)));
      assertThat(told(office).getFirst().words()).contains("of 1 contact are counted anew");
    }
  }

  /// The CRM is asked by the time of that clock, and shows nothing of it.
  @Test
  void whatIsInDoubtSinceThenIsPutBeforeAPersonAndNotSentAgain() {
    try (var office = opened(textBack())) {
      office.clock.moveTo(AHEAD);
      office.crm.doesAndAnswers(new Sent.InDoubt("a timeout"));
      office.happens(missedCall(ANN));
      office.clock.moveTo(BACK);
      office.crm.finds(new Found.DidNot());
      office.settle();
      office.passes(Duration.ofMinutes(10));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(doubts(office))
          .singleElement()
          .satisfies(line -> assertThat(line.words()).contains("clock of Interlock's machine"));
    }
  }

  @Test
  void whileItIsAheadByWeeksTooNothingFollowsFromFindingNothing() {
    try (var office = opened(textBack())) {
      office.clock.moveTo(AHEAD);
      office.crm.calls().heardClock(NOON, AHEAD, AHEAD);
      office.crm.doesAndAnswers(new Sent.InDoubt("a timeout"));
      office.crm.finds(new Found.DidNot());
      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(10));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(doubts(office)).hasSize(1);
    }
  }

  private static List<AttentionLine> doubts(Office office) {
    return office.records().attention(HERE).stream()
        .filter(line -> line.concern() == Concern.IN_DOUBT)
        .toList();
  }
}
