package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.sandbox.people.People;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.webhooks.Misbehaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StorytellerTest {
  /// A very simple engine: texts everybody who appears, once, and never thinks of it again.
  private record Greeter(Sandbox sandbox, Receiver receiver, Set<String> greeted)
      implements Storyteller.Player {
    @Override
    public boolean settle() {
      var webhooks = receiver.all();
      webhooks.stream()
          .filter(webhook -> webhook.type().equals("ContactCreate"))
          .map(webhook -> webhook.json().path("id").asString(""))
          .sorted()
          .filter(greeted::add)
          .forEach(this::greet);
      return !webhooks.isEmpty();
    }

    private void greet(String contactId) {
      Crm.of(sandbox)
          .post(
              "/conversations/messages",
              """
              {"type": "SMS", "contactId": "%s", "message": "Hello, how can we help?"}\
              """
                  .formatted(contactId));
    }

    @Override
    public Optional<Instant> nextTimerAt() {
      return Optional.empty();
    }
  }

  private static SandboxRecords tell(long seed, Misbehaviour... ways) {
    var clock = SandboxClock.standingAt(DemoWorld.BEGIN);
    var config = DemoWorld.config(clock, seed);
    try (var receiver = new Receiver();
        var sandbox = Sandbox.start(config.withWebhooks(config.webhooks().misbehaving(ways)))) {
      sandbox.sendWebhooksTo(receiver.url());
      sandbox.invite(People.crowd(seed, 40));
      var player = new Greeter(sandbox, receiver, new HashSet<>());

      var end = new Storyteller(sandbox, player).tell(Duration.ofDays(30));

      assertThat(end.complete()).isTrue();
      return sandbox.records();
    }
  }

  @Test
  void aStoryOfDaysIsToldToItsEnd() {
    var records = tell(7);

    assertThat(records.contacts()).hasSize(40);
    assertThat(records.sentThroughApi()).hasSize(40);
    assertThat(records.duplicateMessages(Duration.ofDays(1))).isEmpty();
    assertThat(records.appointments()).isNotEmpty().noneMatch(it -> it.status().equals("new"));
    assertThat(Duration.between(DemoWorld.BEGIN, records.takenAt()))
        .isGreaterThan(Duration.ofDays(1));
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    var first = tell(7, Misbehaviour.delays(0.2, Duration.ofMinutes(2)));
    var second = tell(7, Misbehaviour.delays(0.2, Duration.ofMinutes(2)));

    assertThat(second.contacts()).isEqualTo(first.contacts());
    assertThat(second.appointments()).isEqualTo(first.appointments());
    assertThat(second.takenAt()).isEqualTo(first.takenAt());
    assertThat(second.messages()).containsExactlyInAnyOrderElementsOf(first.messages());
    assertThat(tell(8).takenAt()).isNotEqualTo(first.takenAt());
  }

  @Test
  void aPlayerWhoLeavesThingsUndoneIsFoundOut() {
    var clock = SandboxClock.standingAt(DemoWorld.BEGIN);
    try (var sandbox = Sandbox.start(DemoWorld.config(clock, 1))) {
      var idler =
          new Storyteller.Player() {
            @Override
            public boolean settle() {
              return false;
            }

            @Override
            public Optional<Instant> nextTimerAt() {
              return Optional.of(DemoWorld.BEGIN);
            }
          };

      assertThatThrownBy(() -> new Storyteller(sandbox, idler).tell(Duration.ofDays(1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is not done");
    }
  }

  @Test
  void aStoryThatTakesTooLongIsBrokenOff() {
    var clock = SandboxClock.standingAt(DemoWorld.BEGIN);
    try (var receiver = new Receiver();
        var sandbox = Sandbox.start(DemoWorld.config(clock, 1))) {
      sandbox.sendWebhooksTo(receiver.url());
      sandbox.invite(People.crowd(1, 40));

      var end =
          new Storyteller(sandbox, new Greeter(sandbox, receiver, new HashSet<>()))
              .tell(Duration.ofHours(1));

      assertThat(end.complete()).isFalse();
      assertThat(end.at()).isBeforeOrEqualTo(DemoWorld.BEGIN.plus(Duration.ofHours(1)));
    }
  }
}
