package dev.interlock.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.crm.Read;
import dev.interlock.crm.inventory.Made;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Read<String> LATER =
      new Read.TryLater<>(Duration.ofSeconds(10), "too many calls");

  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Patience patience = new Patience(pauses::add, told::add);

  @Test
  void waitsAsLongAsTheCrmAsksAndSaysSo() {
    Queue<Read<String>> answers = new ArrayDeque<>(List.of(LATER, new Read.Got<>("all")));

    String read = patience.read("loc1", answers::remove);

    assertThat(read).isEqualTo("all");
    assertThat(pauses).containsExactly(Duration.ofSeconds(10));
    assertThat(told).containsExactly("Trying again in 10 s: too many calls");
  }

  @Test
  void givesUpAfterAFewTries() {
    assertThatThrownBy(() -> patience.read("loc1", () -> LATER))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("too many calls")
        .hasMessageContaining("try again");
    assertThat(pauses).hasSize(3);
  }

  @Test
  void doesNotWaitForHours() {
    var tomorrow = new Read.TryLater<String>(Duration.ofHours(1), "the day's calls are used up");

    assertThatThrownBy(() -> patience.read("loc1", () -> tomorrow))
        .hasMessageContaining("in 60 minutes");
    assertThat(pauses).isEmpty();
  }

  @Test
  void saysThatTheAccountIsNotThere() {
    var gone = new Read.Refused<String>("not-found", "the CRM does not find it");

    assertThatThrownBy(() -> patience.read("loc1", () -> gone))
        .hasMessageContaining("INTERLOCK_HIGHLEVEL_LOCATION_ID is loc1, which names no account");
  }

  @Test
  void triesToMakeSomethingAgainOnlyWhereItWasCertainlyNotMade() {
    Queue<Made> answers =
        new ArrayDeque<>(
            List.of(
                new Made.TryLater(Duration.ofSeconds(1), "too many calls"),
                new Made.InDoubt("no answer")));

    assertThat(patience.make(answers::remove)).isEqualTo(new Made.InDoubt("no answer"));
    assertThat(pauses).hasSize(1);
  }
}
