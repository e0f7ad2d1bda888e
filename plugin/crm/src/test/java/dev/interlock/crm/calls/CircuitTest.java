package dev.interlock.crm.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A CRM that fails is tried by one call now and then, and by no others.
class CircuitTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Heard FAILS = new Heard.Failing("the CRM failed with status 503");
  private static final Heard ANSWERS = new Heard.Answered(Quota.UNSAID);

  private final Calls calls = new Calls(new SplittableRandom(7));

  @Test
  void fiveFailuresInARowOpenTheCircuitAndASuccessBetweenThemDoesNot() {
    fail(4);
    call(NOON, ANSWERS);
    fail(4);
    assertThat(calls.isOpen()).isFalse();

    fail(1);
    assertThat(calls.isOpen()).isTrue();
    assertThat(calls.notice(NEW_YORK).orElseThrow())
        .contains("since Tue 3 Mar 2026 07:00:00", "status 503", "again at Tue 3 Mar 2026 07:00:0");
  }

  @Test
  void aSingleContactThatTheCrmStumblesOverDoesNotOpenTheCircuit() {
    for (int i = 0; i < 50; i++) {
      call(NOON, failsAbout("contact1"));
    }
    assertThat(calls.isOpen()).isFalse();
    assertThat(calls.needWitness()).isTrue();

    call(NOON, ANSWERS);
    assertThat(calls.needWitness()).isFalse();
    for (int i = 0; i < 4; i++) {
      call(NOON, failsAbout("contact1"));
    }
    assertThat(calls.needWitness()).isFalse();
  }

  @Test
  void aSecondThingThatFailsOpensTheCircuit() {
    for (int i = 0; i < 5; i++) {
      call(NOON, failsAbout("contact1"));
    }
    call(NOON, failsAbout("account"));
    assertThat(calls.isOpen()).isTrue();
    assertThat(calls.needWitness()).isFalse();
  }

  @Test
  void failuresAboutTwoThingsInTurnOpenTheCircuitAtTheFifth() {
    for (int i = 0; i < 5; i++) {
      assertThat(calls.isOpen()).isFalse();
      call(NOON, failsAbout("contact" + i % 2));
    }
    assertThat(calls.isOpen()).isTrue();
  }

  @Test
  void oneCallAtATimeTriesACrmThatFailsAfterPausesThatGrow() {
    fail(5);
    var gaps = new ArrayList<Duration>();
    Instant now = NOON;
    for (int i = 0; i < 12; i++) {
      Instant next = calls.heldUntil(now).orElseThrow();
      gaps.add(Duration.between(now, next));
      now = next;
      long trying = given(now);
      assertThat(calls.ask(now)).isInstanceOf(Leave.Withheld.class);
      calls.heard(trying, FAILS, now);
    }
    assertThat(gaps.getFirst()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    assertThat(gaps.getLast()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
  }

  @Test
  void whenATryIsAnsweredEverythingGoesOn() {
    var turns = new ArrayList<Calls.Turn>();
    calls.listen(turns::add);
    fail(5);
    Instant next = calls.heldUntil(NOON).orElseThrow();

    call(next, ANSWERS);

    assertThat(calls.isOpen()).isFalse();
    assertThat(calls.heldUntil(next)).isEmpty();
    assertThat(turns).containsExactly(Calls.Turn.OPENED, Calls.Turn.CLOSED);
  }

  @Test
  void callsOfBeforeItOpenedSayNothingNew() {
    long slow = given(NOON);
    fail(5);
    Instant next = calls.heldUntil(NOON).orElseThrow();
    calls.heard(slow, FAILS, NOON.plusSeconds(1));
    assertThat(calls.heldUntil(NOON.plusSeconds(1))).contains(next);
  }

  private static Heard failsAbout(String thing) {
    return new Heard.Failing("the CRM failed with status 500", Optional.of(thing));
  }

  /// A CRM with fixed intervals, whose answers come late and in any order, and which counts a call
  /// when it is made or only just before its answer: once it has answered first, no call is ever
  /// one too many.

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
}
