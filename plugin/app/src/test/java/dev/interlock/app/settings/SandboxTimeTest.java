package dev.interlock.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTimeTest {
  private static final Instant START = Instant.parse("2026-11-02T13:00:00Z");
  private static final Instant ORIGIN = Instant.parse("2026-11-23T05:40:12Z");

  @Test
  void whatOneProcessPrintsAnotherReads() {
    var time = new SandboxTime(START, ORIGIN, 600);

    assertThat(SandboxTime.of(time.toString())).contains(time);
    assertThat(SandboxTime.of(START + "@" + ORIGIN + "*600")).contains(time);
  }

  @Test
  void aClockCanBeSetWhileItRuns() {
    var at = ORIGIN.plusSeconds(90);

    var time = SandboxTime.of(START + "@" + ORIGIN + "*600,PT-20M@" + at).orElseThrow();

    assertThat(time.jump()).contains(new SandboxTime.Jump(Duration.ofMinutes(-20), at));
    assertThat(SandboxTime.of(time.toString())).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-11-02T13:00:00Z@2026-11-23T05:40:12Z",
        "2026-11-02T13:00:00Z@2026-11-23T05:40:12Z*0",
        "2026-11-02T13:00:00Z@2026-11-23T05:40:12Z*-1",
        "2026-11-02T13:00:00Z@2026-11-23T05:40:12Z*600,PT20M",
        "2026-11-02T13:00:00Z@2026-11-23T05:40:12Z*600,soon@2026-11-23T05:41:00Z",
        "2026-11-02T13:00:00Z@2026-11-23T05:40:12Z*600,PT20M@later"
      })
  void anythingElseIsNoTime(String text) {
    assertThat(SandboxTime.of(text)).isEmpty();
  }
}
