package dev.interlock.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final AtomicInteger additions = new AtomicInteger();
  private final Schedule<String> schedule = new Schedule<>(additions::incrementAndGet);

  @Test
  void whatIsDueComesInTheOrderOfTimeThenLaneThenTurn() {
    schedule.add(NOON.plusSeconds(1), "a", "later");
    schedule.add(NOON, "b", "second lane");
    schedule.add(NOON, "a", "first");
    schedule.add(NOON, "a", "second");

    assertThat(schedule.takeDue(NOON)).containsExactly("first", "second", "second lane");
    assertThat(schedule.nextAt()).contains(NOON.plusSeconds(1));
    assertThat(schedule.size()).isEqualTo(1);
    assertThat(additions).hasValue(4);
  }

  @Test
  void whatIsNotDueStays() {
    schedule.add(NOON.plusSeconds(1), "a", "later");

    assertThat(schedule.takeNext(NOON)).isEmpty();
    assertThat(schedule.takeNext(NOON.plusSeconds(1))).contains("later");
    assertThat(schedule.nextAt()).isEmpty();
  }
}
