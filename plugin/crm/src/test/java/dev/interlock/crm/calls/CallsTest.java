package dev.interlock.crm.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What the CRM says is left of an interval and of a day is kept to.
class CallsTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Heard FAILS = new Heard.Failing("the CRM failed with status 503");
  private static final Heard ANSWERS = new Heard.Answered(Quota.UNSAID);

  private final Calls calls = new Calls(new SplittableRandom(7));

  @Test
  void asLongAsNothingIsSaidNothingIsHeld() {
    for (int i = 0; i < 1_000; i++) {
      call(NOON, ANSWERS);
    }
    assertThat(calls.heldUntil(NOON)).isEmpty();
    assertThat(calls.notice(NEW_YORK)).isEmpty();
    assertThat(calls.leftToday()).isEmpty();
    assertThat(calls.made()).isEqualTo(1_000);
  }

  @Test
  void theCallsOfSomeWorkAreCountedWhateverComesOfThem() {
    given(NOON);
    var counted =
        calls.counting(() -> {
          call(NOON, FAILS);
          call(NOON, said(100, 0));
          return calls.ask(NOON);
        });

    assertThat(counted.calls()).isEqualTo(2);
    assertThat(counted.result()).isInstanceOf(Leave.Withheld.class);
  }

  @Test
  void tellsWhatTheCrmsClockShowsByItsLastAnswer() {
    assertThat(calls.theirs(NOON)).isEqualTo(NOON);

    calls.heardClock(NOON, NOON.plusSeconds(91), NOON.plusSeconds(95));
    assertThat(calls.theirs(NOON)).isEqualTo(NOON.minusSeconds(90));

    calls.heardClock(NOON.plusSeconds(3_605), NOON, NOON.plusSeconds(5));
    assertThat(calls.theirs(NOON)).isEqualTo(NOON.plusSeconds(3_600));

    calls.heardClock(NOON.plusSeconds(3), NOON, NOON.plusSeconds(5));
    assertThat(calls.theirs(NOON)).isEqualTo(NOON);
  }

  @Test
  void believesNoClockThatIsMoreThanADayOffAndKnowsWhenOursIsLost() {
    calls.heardClock(NOON.minus(Duration.ofDays(2)), NOON, NOON);
    assertThat(calls.theirs(NOON)).isEqualTo(NOON);
    assertThat(calls.isLost()).isTrue();

    calls.heardClock(NOON.plus(Duration.ofDays(2)), NOON, NOON);
    assertThat(calls.theirs(NOON)).isEqualTo(NOON);
    assertThat(calls.isLost()).isFalse();
  }

  @Test
  void aClockThatIsMoreThanTwoMinutesOffIsToldOnceAsLongAsItIs() {
    var turns = new ArrayList<Calls.Turn>();
    calls.listen(turns::add);
    Instant answered = NOON.plusSeconds(30);
    calls.heardClock(NOON.plusSeconds(10), NOON, answered);
    calls.heardClock(NOON.minusSeconds(120), NOON, answered);
    calls.heardClock(answered.plusSeconds(120), NOON, answered);
    assertThat(calls.notice(NEW_YORK)).isEmpty();

    calls.heardClock(NOON.minusSeconds(421), NOON, answered);
    calls.heardClock(NOON.minusSeconds(421), NOON, answered);
    assertThat(calls.notice(NEW_YORK).orElseThrow()).contains("7 minutes ahead of the CRM's");
    calls.heardClock(answered.plus(Duration.ofHours(5)), NOON, answered);
    assertThat(calls.notice(NEW_YORK).orElseThrow()).contains("5 hours behind the CRM's");
    assertThat(turns).containsExactly(Calls.Turn.CLOCKS_APART);

    calls.heardClock(NOON, NOON, answered);
    assertThat(calls.notice(NEW_YORK)).isEmpty();
  }

  @Test
  void whatIsLeftOfTheIntervalIsNotExceededBeforeACallTooManyIsMade() {
    call(NOON, said(100, 2));
    given(NOON);
    given(NOON);

    assertThat(calls.ask(NOON))
        .isInstanceOfSatisfying(
            Leave.Withheld.class,
            held -> assertThat(held.until()).isEqualTo(NOON.plus(TEN_SECONDS)));
  }

  @Test
  void afterTheIntervalOneCallTriesAndItsAnswerOpensTheWay() {
    call(NOON, said(100, 0));
    Instant later = NOON.plus(TEN_SECONDS);
    long trying = given(later);
    assertThat(calls.ask(later)).isInstanceOf(Leave.Withheld.class);

    calls.heard(trying, said(100, 99), later);

    assertThat(calls.left()).hasValue(99);
  }

  @Test
  void aCallThatHangsDoesNotHoldTheAccountWhenItsIntervalIsOver() {
    call(NOON, said(100, 99));
    long hanging = given(NOON);
    call(NOON, said(100, 0));

    Instant later = NOON.plus(TEN_SECONDS);
    long trying = given(later);
    assertThat(trying).isPositive();
    assertThat(calls.ask(later)).as("one at a time").isInstanceOf(Leave.Withheld.class);
    calls.heard(trying, said(100, 99), later);

    assertThat(calls.heldUntil(later)).isEmpty();
    assertThat(calls.left()).as("the one that hangs may count as well").hasValue(98);
    calls.heard(hanging, FAILS, later.plusSeconds(20));
    assertThat(calls.heldUntil(later.plusSeconds(20))).isEmpty();
  }

  @Test
  void whereTheCallThatTriesHangsAnotherTriesSoon() {
    call(NOON, said(100, 0));
    Instant later = NOON.plus(TEN_SECONDS);
    assertThat(given(later)).isPositive();
    assertThat(calls.ask(later.plusSeconds(1))).isInstanceOf(Leave.Withheld.class);

    call(later.plusSeconds(2), said(100, 98));

    assertThat(calls.left()).hasValue(97);
  }

  @Test
  void noCallTriesWhereThoseThatHangMayUseUpTheNewInterval() {
    call(NOON, said(3, 2));
    given(NOON);
    given(NOON);

    assertThat(calls.ask(NOON.plus(TEN_SECONDS))).isInstanceOf(Leave.Given.class);
    assertThat(calls.ask(NOON.plusSeconds(14))).isInstanceOf(Leave.Withheld.class);
  }

  @Test
  void aCallThatHangsDoesNotHoldTheAccountWhenItsDayTurns() {
    given(NOON);
    call(NOON, new Heard.TooMany(Duration.ofHours(1), true, Quota.UNSAID));

    call(NOON.plus(Duration.ofHours(1)), today(1_000, 999));

    assertThat(calls.heldUntil(NOON.plus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void aLimitThatTheCrmRaisesOrLowersIsFollowed() {
    call(NOON, said(100, 50));
    call(NOON.plusSeconds(11), said(5, 4));
    assertThat(calls.left()).hasValue(4);
    assertThat(calls.most()).hasValue(5);

    call(NOON.plusSeconds(22), said(500, 499));
    assertThat(calls.left()).hasValue(499);
  }

  @Test
  void absurdHeadersSayNothing() {
    var odd =
        new Quota(
            Optional.of(Duration.ofDays(900)),
            OptionalLong.of(-7),
            OptionalLong.of(Long.MAX_VALUE),
            OptionalLong.of(0),
            OptionalLong.of(Long.MAX_VALUE),
            Optional.of(Duration.ofDays(-3)));
    assertThat(odd).isEqualTo(Quota.UNSAID);

    call(NOON, new Heard.Answered(odd));
    assertThat(calls.heldUntil(NOON)).isEmpty();
  }

  @Test
  void lessThanNothingLeftIsNothingLeft() {
    call(NOON, said(100, -5));
    assertThat(calls.left()).hasValue(0);
    assertThat(calls.heldUntil(NOON)).contains(NOON.plus(TEN_SECONDS));
  }

  @Test
  void aStormOfRefusalsWithoutHeadersClosesForAsLongAsIsAskedFor() {
    for (int i = 0; i < 50; i++) {
      if (calls.ask(NOON) instanceof Leave.Given(var number)) {
        calls.heard(number, new Heard.TooMany(Duration.ofSeconds(3), false, Quota.UNSAID), NOON);
      }
    }
    assertThat(calls.made()).isEqualTo(1);
    assertThat(calls.heldUntil(NOON)).contains(NOON.plusSeconds(3));
    assertThat(calls.isOpen()).isFalse();
  }

  @Test
  void theLastTwentiethOfTheDayIsKeptForLeavingAndForAnswers() {
    call(NOON, today(1_000, 51));
    assertThat(calls.bulkHeldUntil(NOON)).isEmpty();

    call(NOON, today(1_000, 50));
    assertThat(calls.bulkHeldUntil(NOON)).contains(NOON.plus(Duration.ofHours(1)));
    assertThat(calls.heldUntil(NOON)).isEmpty();
    assertThat(calls.notice(NEW_YORK).orElseThrow()).contains("50 of 1,000 calls more today");
  }

  @Test
  void aDayThatIsSpentParksEverythingAndIsAskedForOnceAnHour() {
    var turns = new ArrayList<Calls.Turn>();
    calls.listen(turns::add);
    var spent = new Heard.TooMany(Duration.ofHours(1), true, Quota.UNSAID);
    for (int minute = 0; minute < 180; minute++) {
      Instant now = NOON.plus(Duration.ofMinutes(minute));
      if (calls.ask(now) instanceof Leave.Given(var number)) {
        calls.heard(number, spent, now);
      }
    }
    assertThat(calls.made()).isEqualTo(3);
    assertThat(turns).containsExactly(Calls.Turn.DAY_SPENT);

    call(NOON.plus(Duration.ofHours(3)), today(1_000, 999));
    assertThat(turns).containsExactly(Calls.Turn.DAY_SPENT, Calls.Turn.DAY_OPENED);
    assertThat(calls.heldUntil(NOON.plus(Duration.ofHours(3)))).isEmpty();
    assertThat(calls.notice(NEW_YORK)).isEmpty();
  }

  @Test
  void aCallThatIsServedWithoutAWordOfTheDayEndsADayThatWasSpent() {
    call(NOON, new Heard.TooMany(Duration.ofHours(1), true, Quota.UNSAID));
    Instant later = NOON.plus(Duration.ofHours(1));
    call(later, ANSWERS);
    assertThat(calls.heldUntil(later)).isEmpty();
  }

  @Test
  void thatADayIsSpentIsToldOnceHoweverOftenItIsSaid() {
    var turns = new ArrayList<Calls.Turn>();
    calls.listen(turns::add);
    call(NOON, today(1_000, 0));
    call(NOON.plus(Duration.ofHours(2)), today(1_000, 0));
    assertThat(turns).containsExactly(Calls.Turn.DAY_SPENT);
  }

  @Test
  void whoeverKnowsMoreHasTheNextCallMadeAllTheSame() {
    call(NOON, new Heard.TooMany(Duration.ofMinutes(2), false, Quota.UNSAID));
    calls.tryNow(NOON);
    call(NOON, new Heard.TooMany(Duration.ofHours(1), true, Quota.UNSAID));
    calls.tryNow(NOON);
    call(NOON, today(1_000, 1_000));
    fail(5);
    calls.tryNow(NOON);

    call(NOON, ANSWERS);

    assertThat(calls.isOpen()).isFalse();
    assertThat(calls.heldUntil(NOON)).isEmpty();
  }

  @Test
  void whatTheCrmSaysIsLeftStandsWhoeverOrders() {
    call(NOON, said(100, 0));
    calls.tryNow(NOON);
    assertThat(calls.heldUntil(NOON)).isPresent();
  }

  @Test
  void theDayIsWaitedForAsLongAsTheCrmSays() {
    var quota =
        new Quota(
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.of(1_000),
            OptionalLong.of(0),
            Optional.of(Duration.ofHours(5)));
    call(NOON, new Heard.Answered(quota));
    assertThat(calls.heldUntil(NOON)).contains(NOON.plus(Duration.ofHours(5)));
  }

  /// A machine that took local time for the world's is ahead by hours.
  @Test
  void aDayThatWasSpentByAClockThatWasAheadIsAskedForWithinTheHour() {
    call(NOON, new Heard.TooMany(Duration.ofHours(5), true, Quota.UNSAID));
    assertThat(calls.heldUntil(NOON.minusSeconds(60)))
        .as("somebody asks who looked at the clock before")
        .contains(NOON.plus(Duration.ofHours(5)));
    Instant earlier = NOON.minus(Duration.ofHours(10));

    assertThat(calls.heldUntil(earlier)).contains(earlier.plus(Duration.ofHours(1)));
    Instant later = earlier.plus(Duration.ofHours(1));
    assertThat(calls.heldUntil(later)).isEmpty();
    call(later, new Heard.TooMany(Duration.ofHours(4), true, Quota.UNSAID));
    assertThat(calls.heldUntil(later)).contains(later.plus(Duration.ofHours(4)));
  }

  @Test
  void aClockThatIsSetBackKeepsNothingClosedForLong() {
    fail(4);
    long last = given(NOON);
    call(NOON, said(100, 0));
    calls.heard(last, FAILS, NOON);
    Instant earlier = NOON.minus(Duration.ofDays(2));
    assertThat(calls.heldUntil(earlier).orElse(earlier))
        .isBefore(earlier.plus(Duration.ofMinutes(11)));
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      call(NOON, FAILS);
    }
  }

  private long given(Instant now) {
    return calls.ask(now) instanceof Leave.Given(var number) ? number : 0;
  }

  private void call(Instant now, Heard heard) {
    long number = given(now);
    assertThat(number).isPositive();
    calls.heard(number, heard, now);
  }

  private static Heard said(long most, long left) {
    return new Heard.Answered(
        new Quota(
            Optional.of(TEN_SECONDS),
            OptionalLong.of(most),
            OptionalLong.of(left),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty()));
  }

  private static Heard today(long most, long left) {
    return new Heard.Answered(
        new Quota(
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.of(most),
            OptionalLong.of(left),
            Optional.empty()));
  }
}
