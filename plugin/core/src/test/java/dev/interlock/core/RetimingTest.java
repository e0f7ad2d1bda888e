package dev.interlock.core;

import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Step;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a clock that was ahead has counted is counted anew once it is set back.
class RetimingTest {
  private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

  private final World world = new World();

  private static Contract contract(Step first, Step... more) {
    return workflow("waiting")
        .title("Waiting")
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

  private static Decision retimed(Rehearsal play, Run run) {
    Verdict verdict = Retiming.of(play.program(run), run, play.facts(), play.now);
    return verdict instanceof Verdict.Decided(var decision) ? decision : Decision.unchanged(run);
  }

  @Test
  void aWaitThatBeganWhileTheClockWasAheadBeginsNow() {
    Rehearsal play = Rehearsal.of(world, NOON, contract(waitFor("pause", days(2)), exit("done")));
    play.now = NOON.plus(days(30));
    play.happens(Rehearsal.call());
    play.now = NOON.plus(Duration.ofHours(1));

    Decision decision = retimed(play, play.only());

    assertThat(decision.next().standing().alarm()).contains(play.now.plus(days(2)));
    assertThat(decision.journal())
        .singleElement()
        .satisfies(line ->
            assertThat(line.words())
                .isEqualTo(
                    "The clock of Interlock's machine had been ahead. Counted anew, this lasts"
                        + " until Wed 25 Nov 13:00."));
  }

  @Test
  void aSilenceThatBeganBeforeEndsWhenItWouldHave() {
    Rehearsal play =
        Rehearsal.of(
            world,
            NOON,
            contract(
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(40))
                    .thenExit("done")));
    play.happens(Rehearsal.call());

    assertThat(retimed(play, play.only()).next()).isEqualTo(play.only());
  }

  @Test
  void whatIsInDoubtIsSettledInTimeAndAPauseIsNoneThatBeginsLater() {
    Rehearsal play = Rehearsal.of(world, NOON, contract(waitFor("pause", days(2)), exit("done")));
    play.happens(Rehearsal.call());
    Standing waiting = play.only().standing();
    Instant ahead = NOON.plus(days(30));

    Run paused = play.only().at(new Standing.Paused(waiting, ahead));

    assertThat(retimed(play, paused).next().standing())
        .isEqualTo(new Standing.Paused(waiting, NOON));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void howeverFarItWasAheadNothingWaitsLongerThanItWouldHaveAndNothingIsCountedTwice(long seed) {
    Random random = new Random(seed);
    for (int story = 0; story < 60; story++) {
      RandomContracts contracts = new RandomContracts(random);
      Rehearsal play = Rehearsal.of(world, NOON, contracts.next("first"), contracts.next("second"));
      play.now = NOON.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
      for (int i = 0; i < 6; i++) {
        play.happens(random.nextBoolean() ? Rehearsal.call() : Rehearsal.reply("yes"));
        play.settle();
        play.now = play.now.plus(Duration.ofMinutes(random.nextInt(60 * 24)));
      }
      List<Run> runs = new ArrayList<>(play.runs.values());
      play.now = NOON;
      for (Run run : runs) {
        Decision once = retimed(play, run);
        Standing standing = once.next().standing();
        assertThat(since(standing).filter(NOON::isBefore)).as("%s", standing).isEmpty();
        assertThat(retimed(play, once.next()).next().standing()).isEqualTo(standing);
        if (spanOf(run.standing()).isPresent() && spanOf(standing).isPresent()) {
          assertThat(spanOf(standing).get()).isLessThanOrEqualTo(spanOf(run.standing()).get());
        }
      }
    }
  }

  private static Optional<Instant> since(Standing standing) {
    return switch (standing) {
      case Standing.Queued(var since, _) -> Optional.of(since);
      case Standing.Paused(_, var since) -> Optional.of(since);
      default -> Optional.empty();
    };
  }

  private static Optional<Duration> spanOf(Standing standing) {
    return switch (standing) {
      case Standing.Queued(var since, var until) -> Optional.of(Duration.between(since, until));
      case Standing.Awaiting(_, var since, var until) ->
          Optional.of(Duration.between(since, until));
      default -> Optional.empty();
    };
  }
}
