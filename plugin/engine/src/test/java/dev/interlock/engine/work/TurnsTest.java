package dev.interlock.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final Activity activity = new Activity();
  private final Turns turns = new Turns(activity, new Time(now::get));
  private final List<String> done = new CopyOnWriteArrayList<>();

  private Job job(String name) {
    return () -> {
      done.add(name);
      return Optional.empty();
    };
  }

  @Test
  void jobsOfOneKeyAreDoneInTurn() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      turns.submit("ann", job("job " + i));
    }
    activity.awaitIdle();

    assertThat(done).hasSize(100).first().isEqualTo("job 0");
    assertThat(done).last().isEqualTo("job 99");
    assertThat(done)
        .isSortedAccordingTo(
            (a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length());
  }

  @Test
  void jobsOfDifferentKeysAreDoneAtTheSameTime() throws InterruptedException {
    var together = new CountDownLatch(2);
    Job meets =
        () -> {
          together.countDown();
          await(together);
          return Optional.empty();
        };
    turns.submit("ann", meets);
    turns.submit("bob", meets);

    activity.awaitIdle();
    assertThat(together.getCount()).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void aJobThatHasToWaitHoldsUpItsKeyAndNoOther() throws InterruptedException {
    var attempts = new AtomicInteger();
    turns.submit(
        "ann",
        () -> {
          done.add("tried");
          return attempts.getAndIncrement() == 0
              ? Optional.of(NOON.plusSeconds(5))
              : Optional.empty();
        });
    turns.submit("ann", job("next"));
    turns.submit("bob", job("other"));
    activity.awaitIdle();
    assertThat(done).containsExactlyInAnyOrder("tried", "other");
    assertThat(turns.nextWake()).contains(NOON.plusSeconds(5));

    turns.wake();
    activity.awaitIdle();
    assertThat(done).hasSize(2);

    now.set(NOON.plusSeconds(5));
    turns.wake();
    activity.awaitIdle();
    assertThat(done).endsWith("tried", "next");
    assertThat(turns.nextWake()).isEmpty();
  }

  /// The moment that it names is of the clock as it was when it began.
  @Test
  void aJobDuringWhichTheClockWasSetBackIsTriedAgainSoon() throws InterruptedException {
    now.set(NOON.plus(Duration.ofDays(30)));
    var attempts = new AtomicInteger();
    turns.submit(
        "ann",
        () -> {
          if (attempts.getAndIncrement() > 0) {
            done.add("done");
            return Optional.empty();
          }
          Instant later = now.get().plusSeconds(5);
          now.set(NOON);
          return Optional.of(later);
        });
    activity.awaitIdle();
    assertThat(done).isEmpty();

    now.set(NOON.plusSeconds(60));
    turns.wake();
    activity.awaitIdle();
    assertThat(done).containsExactly("done");
  }

  @Test
  void aJobThatFailsIsTriedAgain() throws InterruptedException {
    var attempts = new AtomicInteger();
    turns.submit(
        "ann",
        () -> {
          if (attempts.getAndIncrement() == 0) {
            throw new IllegalStateException("a bug");
          }
          done.add("done");
          return Optional.empty();
        });
    activity.awaitIdle();
    assertThat(done).isEmpty();

    now.set(NOON.plusSeconds(600));
    turns.wake();
    activity.awaitIdle();
    assertThat(done).containsExactly("done");
  }

  @Test
  void nothingBeginsAfterAStop() throws InterruptedException {
    turns.submit("ann", () -> Optional.of(NOON.plusSeconds(5)));
    turns.submit("ann", job("late"));
    activity.awaitIdle();

    turns.stop();
    turns.submit("bob", job("later"));
    now.set(NOON.plusSeconds(5));
    turns.wake();
    activity.awaitIdle();

    assertThat(done).isEmpty();
  }

  @Test
  void whatFollowsAJobIsDoneBeforeWhatCameMeanwhile() throws InterruptedException {
    turns.submit(
        "ann",
        () -> {
          assertThat(turns.isAlone("ann")).isTrue();
          turns.follow("ann", job("following"));
          turns.submit("ann", job("other"));
          assertThat(turns.isAlone("ann")).isFalse();
          done.add("first");
          return Optional.empty();
        });
    activity.awaitIdle();

    assertThat(done).containsExactly("first", "following", "other");
  }

  @Test
  void whatFollowsIsDoneEvenWhenAStopWasOrdered() throws InterruptedException {
    turns.submit(
        "ann",
        () -> {
          turns.submit("ann", job("other"));
          turns.follow("ann", job("following"));
          turns.stop();
          return Optional.empty();
        });
    activity.awaitIdle();

    assertThat(done).containsExactly("following");
  }

  @Test
  void onlyWhoWorksOnAKeyIsAloneUnderIt() throws InterruptedException {
    turns.submit(
        "ann",
        () -> {
          if (turns.isAlone("bob") || !turns.isAlone("ann")) {
            done.add("wrong");
          }
          return Optional.empty();
        });
    activity.awaitIdle();

    assertThat(done).isEmpty();
    assertThat(turns.isAlone("ann")).isFalse();
  }

  @Test
  void whatIsToBeDoneAfterwardsWaitsForAllThatFollows() throws InterruptedException {
    turns.submit(
        "ann",
        () -> {
          turns.follow(
              "ann",
              () -> {
                turns.follow("ann", job("last of all"));
                done.add("following");
                return Optional.empty();
              });
          turns.afterwards("ann", () -> done.add("afterwards"));
          return Optional.empty();
        });
    activity.awaitIdle();

    assertThat(done).containsExactly("following", "last of all", "afterwards");
  }

  private Job waitingFor(AtomicReference<Boolean> isThere) {
    return () -> {
      done.add("tried");
      return isThere.get() ? Optional.empty() : Optional.of(NOON.plusSeconds(60));
    };
  }

  @Test
  void aJobThatNeedsNothingGoesPastOneThatWaits() throws InterruptedException {
    var isThere = new AtomicReference<>(false);
    turns.submit("ann", waitingFor(isThere));
    turns.submit("ann", job("behind"));
    activity.awaitIdle();

    turns.submitPast("ann", job("past"));
    activity.awaitIdle();

    assertThat(done).containsExactly("tried", "past", "tried");
    isThere.set(true);
    now.set(NOON.plusSeconds(60));
    turns.wake();
    activity.awaitIdle();
    assertThat(done).containsExactly("tried", "past", "tried", "tried", "behind");
  }

  @Test
  void aJobThatNeedsNothingGoesPastOneThatBeginsToWaitAfterwards() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    turns.submit(
        "ann",
        () -> {
          begun.countDown();
          await(go);
          done.add("tried");
          return Optional.of(NOON.plusSeconds(60));
        });
    await(begun);
    turns.submit("ann", job("behind"));
    turns.submitPast("ann", job("past"));
    go.countDown();
    activity.awaitIdle();

    assertThat(done).containsExactly("tried", "past", "tried");
  }

  @Test
  void aJobThatNeedsNothingIsDoneInTurnWhereNobodyWaits() throws InterruptedException {
    var go = new CountDownLatch(1);
    turns.submit(
        "ann",
        () -> {
          await(go);
          return Optional.empty();
        });
    turns.submit("ann", job("before"));
    turns.submitPast("ann", job("past"));
    turns.submit("ann", job("after"));
    go.countDown();
    activity.awaitIdle();

    assertThat(done).containsExactly("before", "past", "after");
  }
}
