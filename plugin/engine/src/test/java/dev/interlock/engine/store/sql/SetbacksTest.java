package dev.interlock.engine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.StoreException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What an operator reads in the log while a disk is full.
class SetbacksTest {
  private final StoreException full =
      new StoreException(Kind.DISK_FULL, "the disk is full: make room");
  private final Setbacks setbacks = new Setbacks();

  @Test
  void saysThatItBeganWhyAndThatItIsOver() {
    assertThat(setbacks.refused(3, full)).contains("could not store: the disk is full: make room");
    assertThat(setbacks.current().orElseThrow().units()).isEqualTo(3);

    assertThat(setbacks.isOver()).contains("3 units of work were refused; can store again");
    assertThat(setbacks.current()).isEmpty();
  }

  @Test
  void hasNothingToSayWhereNothingWasRefused() {
    assertThat(setbacks.isOver()).isEmpty();
    assertThat(setbacks.current()).isEmpty();
  }

  @Test
  void saysSeldomThatItLastsHoweverManyAreRefused() {
    List<String> said =
        IntStream.range(0, 10_000)
            .mapToObj(_ -> setbacks.refused(1, full))
            .flatMap(Optional::stream)
            .toList();

    assertThat(said).hasSize(5).first().asString().startsWith("could not store");
    assertThat(said)
        .last()
        .isEqualTo(
            "still cannot store, and 10000 units of work were refused: the disk is full: make room");
  }

  @Test
  void anotherReasonIsNewsAtOnce() {
    setbacks.refused(5, full);

    assertThat(setbacks.refused(1, new StoreException(Kind.DAMAGED, "the database is damaged")))
        .contains("still cannot store, and 6 units of work were refused: the database is damaged");
    assertThat(setbacks.current().orElseThrow().kind()).isEqualTo(Kind.DAMAGED);
  }

  @Test
  void theNextTimeIsNewsAgain() {
    setbacks.refused(1, full);
    setbacks.isOver();

    assertThat(setbacks.refused(1, full)).contains("could not store: the disk is full: make room");
  }
}
