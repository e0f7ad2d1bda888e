package dev.interlock.engine.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Patience PLAIN = Patience.usual().jitter(0);

  @Test
  void pausesDoubleUpToTheLongest() {
    assertThat(PLAIN.pauseAfter(0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(PLAIN.pauseAfter(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(PLAIN.pauseAfter(2)).isEqualTo(Duration.ofSeconds(4));
    assertThat(PLAIN.pauseAfter(5)).isEqualTo(Duration.ofSeconds(32));
    assertThat(PLAIN.pauseAfter(50)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void jitterKeepsPausesWithinBounds() {
    for (int i = 0; i < 200; i++) {
      assertThat(Patience.usual().pauseAfter(3))
          .isBetween(Duration.ofMillis(5_600), Duration.ofMillis(10_400));
    }
  }

  @Test
  void whatIsOutOfRangeIsRefusedWithKeyAndValue() {
    assertThatThrownBy(() -> PLAIN.jitter(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("patience.jitter is 1");
    Duration negative = Duration.ofSeconds(-1);
    assertThatThrownBy(
            () -> new Patience(negative, negative, 0, Duration.ofDays(1), Duration.ofDays(1)))
        .hasMessageContaining("patience.first is PT-1S");
  }
}
