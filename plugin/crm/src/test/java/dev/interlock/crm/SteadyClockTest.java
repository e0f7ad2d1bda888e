package dev.interlock.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  private Instant now = NOON;
  private final SteadyClock clock = new SteadyClock(() -> now);

  @Test
  void showsWhatItsSourceShows() {
    assertThat(clock.instant()).isEqualTo(NOON);
    now = NOON.plusSeconds(5);

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
  }

  @Test
  void goesOnFromWhatItShowedHoweverOftenItsSourceIsSetBack() {
    now = NOON.plus(Duration.ofDays(30));
    Instant begun = clock.instant();

    now = NOON;
    assertThat(clock.instant()).isEqualTo(begun);
    now = NOON.plusSeconds(60);
    assertThat(clock.instant()).isEqualTo(begun.plusSeconds(60));
    now = NOON.plusSeconds(59);
    assertThat(clock.instant()).isEqualTo(begun.plusSeconds(60));
    now = NOON.plusSeconds(61);
    assertThat(clock.instant()).isEqualTo(begun.plusSeconds(62));
  }
}
