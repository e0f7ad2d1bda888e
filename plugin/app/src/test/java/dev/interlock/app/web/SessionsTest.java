package dev.interlock.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final Instant AHEAD = NOON.plus(Duration.ofDays(30));

  private Instant now = NOON;
  private final Sessions sessions = new Sessions(() -> now);

  @Test
  void endAfterSomeHours() {
    String name = sessions.open();
    now = NOON.plus(Duration.ofHours(7));
    assertThat(sessions.isOpen(name)).isTrue();
    now = NOON.plus(Duration.ofHours(8));

    assertThat(sessions.isOpen(name)).isFalse();
  }

  @Test
  void endAfterSomeHoursAlthoughTheClockWasSetBackByAMonth() {
    now = AHEAD;
    String name = sessions.open();
    now = NOON;
    assertThat(sessions.isOpen(name)).isTrue();
    now = NOON.plus(Duration.ofHours(8));

    assertThat(sessions.isOpen(name)).isFalse();
  }

  @Test
  void whoTriedTooOftenMayTryAfterAMinuteAlthoughTheClockWasSetBackByAMonth() {
    now = AHEAD;
    while (sessions.mayTry()) {
      now = now.plusMillis(1);
    }
    now = NOON;
    assertThat(sessions.mayTry()).isFalse();
    now = NOON.plusSeconds(61);

    assertThat(sessions.mayTry()).isTrue();
  }
}
