package dev.interlock.engine.intents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  @Test
  void soManyMayBeginAtOnceAndThenOneAfterTheOther() {
    var allowance = new Allowance(2, 4);

    assertThat(allowance.take(NOON)).isEmpty();
    assertThat(allowance.take(NOON)).isEmpty();
    assertThat(allowance.take(NOON)).contains(NOON.plusMillis(250));
    assertThat(allowance.take(NOON.plusMillis(250))).isEmpty();
  }

  @Test
  void whatWasNotUsedIsKeptUpToTheMost() {
    var allowance = new Allowance(2, 4);
    allowance.take(NOON);
    Instant later = NOON.plus(Duration.ofHours(1));

    assertThat(allowance.take(later)).isEmpty();
    assertThat(allowance.take(later)).isEmpty();
    assertThat(allowance.take(later)).isPresent();
  }

  @Test
  void aClockThatIsSetBackGivesNothingAndTakesNothing() {
    var allowance = new Allowance(1, 1);
    allowance.take(NOON);

    assertThat(allowance.take(NOON.minusSeconds(60))).contains(NOON.minusSeconds(59));
    assertThat(allowance.take(NOON.minusSeconds(59))).isEmpty();
  }
}
