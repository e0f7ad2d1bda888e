package dev.interlock.engine.work;

import static dev.interlock.engine.work.Answering.Share.ALL;
import static dev.interlock.engine.work.Answering.Share.NOTHING;
import static dev.interlock.engine.work.Answering.Share.SOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnsweringTest {
  private final AtomicLong now = new AtomicLong();
  private final Answering answering = new Answering(now::get);

  @Test
  void aFewThatWaitKeepNobodyFromAnything() {
    assertThat(answering.share()).isEqualTo(ALL);

    begin(3);

    assertThat(answering.share()).isEqualTo(ALL);
  }

  @Test
  void manyHaveAllForThemselvesForTwoSecondsAndShareItThen() {
    begin(4);
    assertThat(answering.share()).isEqualTo(NOTHING);

    pass(1_999);
    assertThat(answering.share()).isEqualTo(NOTHING);

    pass(1);
    assertThat(answering.share()).isEqualTo(SOME);
    pass(60_000);
    assertThat(answering.share()).as("as long as they wait").isEqualTo(SOME);
  }

  @Test
  void thoseWhoAreAnsweredTogetherAreExpectedToComeAgain() {
    begin(4);
    end(4);

    pass(99);
    assertThat(answering.share()).isEqualTo(NOTHING);
    pass(1);
    assertThat(answering.share()).isEqualTo(ALL);
  }

  @Test
  void aFloodThatBreaksOffForAMomentIsTheSameFlood() {
    begin(4);
    pass(2_000);
    end(4);
    pass(1_999);
    assertThat(answering.share()).isEqualTo(ALL);

    begin(4);
    assertThat(answering.share()).as("goes on").isEqualTo(SOME);
    end(4);
    pass(2_000);
    begin(4);
    assertThat(answering.share()).as("another one").isEqualTo(NOTHING);
  }

  @Test
  void whoCameOneByOneIsManyFromTheFourthOn() {
    IntStream.range(0, 10)
        .forEach(_ -> {
          begin(1);
          pass(500);
          end(1);
        });
    assertThat(answering.share()).isEqualTo(ALL);

    begin(3);
    pass(5_000);
    begin(1);

    assertThat(answering.share()).isEqualTo(NOTHING);
  }

  private void begin(int count) {
    IntStream.range(0, count).forEach(_ -> answering.begins());
  }

  private void end(int count) {
    IntStream.range(0, count).forEach(_ -> answering.ends());
  }

  private void pass(long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }
}
