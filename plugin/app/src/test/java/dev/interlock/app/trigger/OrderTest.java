package dev.interlock.app.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.store.Subscriptions.Heard;
import dev.interlock.engine.store.Subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// In whatever order HighLevel's calls come, what is known is what was done last, as far as the
/// calls tell it.
class OrderTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  /// What is known once these have come, one a second.
  private static Heard known(List<Heard> all) {
    Optional<Subscription> known = Optional.empty();
    Instant now = NOON;
    for (Heard heard : all) {
      if (Order.of(known, heard, now) == Order.Of.NEWER) {
        known = Optional.of(told(heard, now));
      }
      now = now.plusSeconds(1);
    }
    return known.orElseThrow().heard();
  }

  private static Subscription told(Heard heard, Instant now) {
    return new Subscription(
        new InstallationId("here"), "t", "wf", List.of(), List.of(), "", "", heard, now);
  }

  private static List<List<Heard>> orders(List<Heard> rest) {
    if (rest.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<Heard>>();
    for (int i = 0; i < rest.size(); i++) {
      var others = new ArrayList<>(rest);
      Heard first = others.remove(i);
      for (List<Heard> tail : orders(others)) {
        var order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }

  @Test
  void aDeletionAmongCallsThatComeTogetherAlwaysHolds() {
    assertThat(
            orders(
                List.of(Heard.CREATED, Heard.CREATED, Heard.UPDATED, Heard.UPDATED, Heard.DELETED)))
        .hasSize(120)
        .allSatisfy(order -> assertThat(known(order)).isEqualTo(Heard.DELETED));
  }

  @Test
  void aChangeHoldsBeforeTheCreationWheneverThatComes() {
    assertThat(orders(List.of(Heard.CREATED, Heard.CREATED, Heard.UPDATED)))
        .allSatisfy(order -> assertThat(known(order)).isEqualTo(Heard.UPDATED));
  }

  @Test
  void whatComesAMinuteAfterADeletionIsNew() {
    var deleted = Optional.of(told(Heard.DELETED, NOON));
    Instant then = NOON.plus(Order.LATE);

    for (Heard heard : List.of(Heard.CREATED, Heard.UPDATED)) {
      assertThat(Order.of(deleted, heard, then.minus(Duration.ofMillis(1))))
          .isEqualTo(Order.Of.LATE);
      assertThat(Order.of(deleted, heard, then)).isEqualTo(Order.Of.NEWER);
    }
  }
}
