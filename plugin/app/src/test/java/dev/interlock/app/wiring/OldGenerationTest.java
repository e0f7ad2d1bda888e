package dev.interlock.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OldGenerationTest {
  private static final long MB = 1L << 20;

  private final AtomicLong size = new AtomicLong(32 * MB);
  private final AtomicLong needed = new AtomicLong(32 * MB);
  private final AtomicInteger collected = new AtomicInteger();
  private final OldGeneration old =
      new OldGeneration(
          size::get,
          () -> {
            collected.incrementAndGet();
            size.set(needed.get());
          });

  @Test
  void isCollectedWhenItHasGrownByAQuarter() {
    grownTo(39);
    assertThat(collected).hasValue(0);

    grownTo(40);
    assertThat(collected).hasValue(1);

    grownTo(40);
    assertThat(collected).as("from what was left").hasValue(2);
  }

  @Test
  void whatIsNeededIsNotCollectedOverAndOver() {
    needed.set(200 * MB);
    grownTo(200);
    assertThat(collected).hasValue(1);

    grownTo(249);
    assertThat(collected).hasValue(1);
    grownTo(250);
    assertThat(collected).hasValue(2);
  }

  @Test
  void whereTheJvmCollectsByItselfItIsCountedFromThere() {
    grownTo(20);
    grownTo(25);
    assertThat(collected).as("a quarter, and little").hasValue(0);
    grownTo(26);

    assertThat(collected).hasValue(1);
  }

  private void grownTo(long megabytes) {
    size.set(megabytes * MB);
    old.look();
  }
}
