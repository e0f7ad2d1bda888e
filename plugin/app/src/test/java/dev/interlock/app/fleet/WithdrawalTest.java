package dev.interlock.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.core.run.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every run is ordered withdrawn, once, however many there are.
class WithdrawalTest {
  private final List<RunId> open =
      new ArrayList<>(IntStream.range(0, 25).mapToObj(i -> new RunId("r" + i)).toList());
  private final List<RunId> ordered = new ArrayList<>();

  private List<RunId> some(int most) {
    return List.copyOf(open.subList(0, Math.min(most, open.size())));
  }

  @Test
  void ofMoreThanAreAskedForAtOnceWhereNoneEndsMeanwhile() {
    assertThat(new Withdrawal(this::some, ordered::add, 10).all()).isEqualTo(25);

    assertThat(ordered).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(open);
  }

  @Test
  void ofMoreThanAreAskedForAtOnceWhereEachEndsAtOnce() {
    var all = List.copyOf(open);

    assertThat(
            new Withdrawal(
                    this::some,
                    run -> {
                      ordered.add(run);
                      open.remove(run);
                    },
                    10)
                .all())
        .isEqualTo(25);

    assertThat(ordered).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
  }
}
