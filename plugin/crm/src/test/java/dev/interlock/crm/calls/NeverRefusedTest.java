package dev.interlock.crm.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever the order of answers, the CRM never has to refuse a call for having had too many.
class NeverRefusedTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final long UNCOUNTED = -1;

  @Test
  void whateverTheOrderOfAnswersTheCrmNeverHasToRefuse() {
    for (int seed = 0; seed < 300; seed++) {
      plays(seed, seed % 2 == 0);
    }
  }

  private static void plays(int seed, boolean countsLate) {
    var random = new SplittableRandom(seed);
    var own = new Calls(random.split());
    var crm = new Counting(random.nextLong(2, 40), seed);
    Instant now = NOON.plusMillis(random.nextInt(10_000));
    List<Told> underWay = new ArrayList<>();
    int made = 0;
    for (int step = 0; step < 2_000; step++) {
      now = now.plusMillis(random.nextInt(60));
      boolean knows = made > 0 && (made > 1 || underWay.isEmpty());
      if (random.nextInt(3) > 0
          && (made == 0 || knows)
          && own.ask(now) instanceof Leave.Given(var number)) {
        made++;
        underWay.add(new Told(number, countsLate ? UNCOUNTED : crm.left(now)));
      } else if (!underWay.isEmpty()) {
        Told told = underWay.remove(random.nextInt(underWay.size()));
        long left = told.left() == UNCOUNTED ? crm.left(now) : told.left();
        own.heard(told.number(), said(crm.most, left), now);
      }
    }
    assertThat(made).as("seed %d", seed).isGreaterThan((int) Math.min(3 * crm.most, 60));
  }

  private record Told(long number, long left) {}

  private static final class Counting {
    private final long most;
    private final int seed;
    private long interval = -1;
    private long used;

    Counting(long most, int seed) {
      this.most = most;
      this.seed = seed;
    }

    long left(Instant now) {
      long current = now.toEpochMilli() / TEN_SECONDS.toMillis();
      used = current == interval ? used + 1 : 1;
      interval = current;
      assertThat(used).as("seed %d at %s", seed, now).isLessThanOrEqualTo(most);
      return most - used;
    }
  }

  private static Heard said(long most, long left) {
    return new Heard.Answered(
        new Quota(
            Optional.of(TEN_SECONDS),
            OptionalLong.of(most),
            OptionalLong.of(left),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty()));
  }
}
