package dev.interlock.core;

import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Step;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Standing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A message that may go out in quiet hours does so only while what it answers has just happened.
class FreshnessTest {
  private static final Instant MONDAY_NIGHT = Instant.parse("2026-11-24T03:00:00Z");
  private static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T13:00:00Z");

  private final World world = new World();

  private static Step.Send urgent(String name) {
    return sms(name, "We will call you").evenInQuietHours("they have just called");
  }

  private static Contract contract(Step first, Step... more) {
    return workflow("answering")
        .title("Answering")
        .owner("Desk")
        .purpose("To be tested")
        .startsWhen(callMissed(), milestone("A call was missed"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .path(first, more)
        .exits(exit("done", ExitKind.SUCCESS))
        .build();
  }

  private Rehearsal play(Contract contract) {
    return Rehearsal.of(world, MONDAY_NIGHT, contract);
  }

  private static void happens(Rehearsal play, Happening what, Duration ago) {
    String id = "event " + what + " " + ago;
    play.happens(new DomainEvent(id, World.ANA, play.now.minus(ago), what, Provenance.OUTSIDE));
  }

  private static void isHeldForTheNight(Rehearsal play) {
    assertThat(play.only().standing())
        .isInstanceOfSatisfying(
            Standing.Held.class, held -> assertThat(held.until()).isEqualTo(TUESDAY_MORNING));
  }

  @Test
  void aCallOfAMomentAgoIsAnsweredInTheNight() {
    Rehearsal play = play(contract(urgent("hello"), exit("done")));
    happens(play, Rehearsal.call(), minutes(15));
    play.settle();

    assertThat(world.sent).hasSize(1);
  }

  @Test
  void aCallThatIsHeardOfHoursLaterIsAnsweredInTheMorning() {
    Rehearsal play = play(contract(urgent("hello"), exit("done")));
    happens(play, Rehearsal.call(), minutes(16));
    play.settle();

    isHeldForTheNight(play);
    assertThat(play.journal().getLast()).contains("no longer fresh");
    play.passes(hours(10));
    assertThat(world.sent).hasSize(1);
  }

  @Test
  void whatFollowsAWaitAnswersNothingThatIsFresh() {
    Rehearsal play = play(contract(waitFor("pause", hours(1)), urgent("hello"), exit("done")));
    play.happens(Rehearsal.call());
    play.nextTimer();

    isHeldForTheNight(play);
  }

  @Test
  void anAnswerMakesItFreshAgain() {
    Rehearsal play = play(answered());
    happens(play, Rehearsal.call(), hours(5));
    happens(play, Rehearsal.reply("yes"), Duration.ZERO);
    play.settle();

    assertThat(world.sent).hasSize(1);
  }

  @Test
  void anAnswerThatIsHeardOfLateDoesNot() {
    Rehearsal play = play(answered());
    play.happens(Rehearsal.call());
    happens(play, Rehearsal.reply("yes"), hours(2));
    play.settle();

    isHeldForTheNight(play);
  }

  @Test
  void whatWasPostponedUntilItIsNoLongerFreshWaitsForTheMorning() {
    Rehearsal play = play(contract(urgent("hello").onFailure(retry(3), goOn()), exit("done")));
    play.happens(Rehearsal.call());
    play.report(
        play.pending.removeFirst(),
        new Outcome.Postponed(play.now.plus(minutes(20)), "slow down", 0));
    play.nextTimer();

    isHeldForTheNight(play);
  }

  private static Contract answered() {
    return contract(
        await("answer")
            .when(replied())
            .then(urgent("thanks"), exit("done"))
            .silentFor(hours(24))
            .thenExit("done"));
  }
}
