package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.calls.Heard;
import dev.interlock.crm.calls.Quota;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.intents.Patience;
import dev.interlock.engine.read.EventLine;
import dev.interlock.engine.rounds.Looking;
import dev.interlock.engine.store.Rounds.Count;
import dev.interlock.engine.store.Rounds.Round;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What webhooks never told is found by reading the CRM.
class ReconcilerTest {
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  /// All kinds but forms, for which somebody has to listen.
  private static final int ALWAYS_READ = Kind.values().length - 1;

  @TempDir Path folder;
  @TempDir Path other;

  private static EngineConfig config() {
    return Office.config().with(Looking.every(EVERY));
  }

  private Office open() {
    return Office.opened(folder, config(), textBack());
  }

  private static DomainEvent missedCall(String id, ContactId contact, Instant at) {
    var what = new Happening.CallMissed(Optional.of(new MessageId(id)), false);
    return new DomainEvent("call-missed/" + id, contact, at, what, Provenance.OUTSIDE);
  }

  private static DomainEvent reply(String id, ContactId contact, Instant at) {
    var what = new Happening.MessageReceived(Channel.SMS, new MessageId(id), "yes please");
    return new DomainEvent("message-received/" + id, contact, at, what, Provenance.OUTSIDE);
  }

  private static Sighting seen(DomainEvent event) {
    return new Sighting(
        Kind.MESSAGES,
        event.id(),
        "sent",
        event.contact().text(),
        event.occurredAt(),
        new String(FakeInbound.body(event), StandardCharsets.UTF_8));
  }

  private static Round round(Office office) {
    return office.records().rounds(HERE).stream()
        .filter(each -> each.kind() == Kind.MESSAGES)
        .findFirst()
        .orElseThrow();
  }

  /// The one whose turn is before all others.
  private static Round first(Office office) {
    return office.records().rounds(HERE).getFirst();
  }

  private static Instant after(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void aCallThatNoWebhookToldBeginsItsRunAndAnAnswerGoesOnWithIt() {
    try (var office = open()) {
      office.crm.has(seen(missedCall("c1", ANN, after(1))));

      office.passes(Duration.ofMinutes(10));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.run(ANN).summary().begunAt()).isAfter(after(1));

      office.crm.has(seen(reply("m1", ANN, after(11))));
      office.passes(Duration.ofMinutes(15));

      assertThat(office.endings(ANN)).containsExactly("text-back: answered");
      assertThat(round(office).count()).isEqualTo(new Count(2, 0, 2));
    }
  }

  @Test
  void theRecordSaysThatItWasFoundByReadingAndWhenItHappened() {
    try (var office = open()) {
      office.crm.has(seen(missedCall("c1", ANN, after(1))));
      office.passes(Duration.ofMinutes(10));

      EventLine line = office.story(ANN).events().getFirst();
      assertThat(line.occurredAt()).isEqualTo(after(1));
      assertThat(line.heardAt()).isAfter(after(4));
      assertThat(line.words()).contains("found by reading the CRM");
    }
  }

  @Test
  void whatAWebhookToldIsCountedAndNotToldAgain() {
    try (var office = open()) {
      DomainEvent call = missedCall("c1", ANN, after(1));
      office.crm.has(seen(call));
      office.happens(call);

      office.passes(HALF_AN_HOUR);

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.story(ANN).events())
          .singleElement()
          .satisfies(line -> assertThat(line.words()).doesNotContain("reading"));
      assertThat(round(office).count()).isEqualTo(new Count(1, 1, 0));
    }
  }

  @Test
  void aWebhookThatComesAfterTheReadingTellsNothingNew() {
    try (var office = open()) {
      DomainEvent call = missedCall("c1", ANN, after(1));
      office.crm.has(seen(call));
      office.passes(Duration.ofMinutes(10));

      office.happens(call);
      office.passes(HALF_AN_HOUR);

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.story(ANN).events()).hasSize(1);
      assertThat(round(office).count()).isEqualTo(new Count(1, 0, 1));
    }
  }

  @Test
  void aWebhookThatWaitsInTheInboxMeanwhileHasToldItFirst() {
    try (var office = open()) {
      DomainEvent call = missedCall("c1", ANN, after(1));
      office.crm.has(seen(call));
      office.inbound.namesAreUnknown.set(true);
      office.arrives(call);
      office.settle();
      office.passes(Duration.ofMinutes(6));
      office.inbound.namesAreUnknown.set(false);

      office.passes(HALF_AN_HOUR);

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(round(office).count()).isEqualTo(new Count(1, 1, 0));
    }
  }

  @Test
  void whatIsYoungIsLeftToItsWebhook() {
    try (var office = open()) {
      office.passes(EVERY);
      office.crm.has(seen(missedCall("c1", ANN, after(9))));
      office.passes(EVERY);

      assertThat(office.crm.texts(ANN)).isEmpty();

      office.passes(EVERY);
      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void whatLayBeforeTheFirstStartIsNotRecovered() {
    try (var office = open()) {
      office.crm.has(seen(missedCall("c1", ANN, NOON.minusSeconds(1))));
      office.passes(HALF_AN_HOUR);

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(round(office).count()).isEqualTo(new Count(0, 0, 0));
      assertThat(round(office).watched()).isEqualTo(NOON);
    }
  }

  @Test
  void everyStartLooksAtOnceForWhatWasMissedMeanwhile() {
    Office office = open();
    office.passes(HALF_AN_HOUR);
    office.close();
    office.crm.has(seen(missedCall("c1", ANN, after(31))));
    office.clock.moveTo(NOON.plus(Duration.ofDays(1)));

    try (var next = office.restarted(textBack())) {
      next.settle();

      assertThat(next.crm.texts(ANN)).hasSize(1);
      assertThat(round(next).watched()).isEqualTo(NOON);
    }
  }

  @Test
  void aCrashBetweenReadingAndStoringLosesNothingAndDoublesNothing() {
    Office office = open();
    office.passes(Duration.ofMinutes(6));
    office.crm.has(seen(missedCall("c1", ANN, after(7))));
    var survivors = new ArrayList<Office>();
    office.crm.whileReading(() -> survivors.add(office.afterPowerCut(other, textBack())));
    office.passes(Duration.ofMinutes(9));
    office.close();

    try (var survivor = survivors.getFirst()) {
      survivor.settle();
      survivor.passes(HALF_AN_HOUR);

      assertThat(survivor.story(ANN).events()).hasSize(1);
      assertThat(round(survivor).count()).isEqualTo(new Count(1, 0, 1));
    }
  }

  @Test
  void aCrmThatSaysNotNowIsAskedLaterForTheSame() {
    try (var office = open()) {
      office.crm.has(seen(missedCall("c1", ANN, after(1))));
      for (int i = 0; i < ALWAYS_READ; i++) {
        office.crm.readsOfHappenings(
            new Read.TryLater<>(Duration.ofMinutes(20), "429: too many requests"));
      }
      office.passes(Duration.ofMinutes(6));

      assertThat(office.crm.looked()).as("each once").hasSize(ALWAYS_READ);
      assertThat(round(office).through()).isEqualTo(NOON);
      assertThat(first(office).obstacle()).contains("too many requests");
      assertThat(first(office).next()).isAfter(after(24));

      office.passes(Duration.ofHours(2));
      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(first(office).obstacle()).isEmpty();
    }
  }

  @Test
  void whatWaitedForTheCrmIsReadAsSoonAsItServesAgain() {
    try (var office = open()) {
      office.crm.has(seen(missedCall("c1", ANN, after(1))));
      for (int i = 0; i < ALWAYS_READ; i++) {
        office.crm.readsOfHappenings(new Read.TryLater<>(Duration.ofMinutes(20), "503"));
      }
      office.passes(Duration.ofMinutes(6));
      office.crm.goes(new Heard.Failing("503"));
      for (int i = 0; i < 5; i++) {
        office.crm.contact(BOB, Set.of());
      }
      office.passes(Duration.ofMinutes(1));
      office.crm.goes(new Heard.Answered(Quota.UNSAID));
      office.crm.contact(BOB, Set.of());
      office.settle();

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(first(office).obstacle()).isEmpty();
    }
  }

  @Test
  void anAddressThatIsOutOfOrderKeepsNoOtherFromBeingRead() {
    try (var office = open()) {
      office.crm.has(seen(missedCall("c1", ANN, after(1))));
      // appointments come first
      office.crm.readsOfHappenings(new Read.TryLater<>(Duration.ofMinutes(1), "500: out of order"));
      office.passes(Duration.ofMinutes(6));

      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void aKindThatMayNotBeReadKeepsNoOtherFromBeingRead() {
    try (var office = open()) {
      office.crm.has(seen(missedCall("c1", ANN, after(1))));
      // appointments come first
      office.crm.readsOfHappenings(new Read.Refused<>("scope", "the token may not read these"));
      office.passes(Duration.ofMinutes(6));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(first(office).obstacle()).contains("the token may not read these");
    }
  }

  @Test
  void roundsOverlapSinceSearchesLagBehind() {
    try (var office = open()) {
      office.passes(Duration.ofMinutes(20));
      office.crm.has(seen(missedCall("c1", ANN, after(12))));
      office.passes(EVERY);

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(round(office).through()).isAfter(after(12));
    }
  }

  @Test
  void whatIsOnAPageOfFewRoundsIsFoundHowLongAgoItMayBeAndCountsOnce() {
    try (var office = open()) {
      office.passes(Duration.ofHours(2));
      DomainEvent call = missedCall("c1", ANN, after(1));
      String text = new String(FakeInbound.body(call), StandardCharsets.UTF_8);
      var old = new Sighting(Kind.APPOINTMENTS, "a1", "1", "ann", after(1), text);
      for (int i = 0; i < 3; i++) {
        office.crm.readsOfHappenings(
            new Read.Got<>(
                new SightingPage(
                    List.of(old), Optional.empty(), Optional.of(NOON.minus(Duration.ofDays(31))))));
        for (int others = 1; others < ALWAYS_READ; others++) {
          office.crm.readsOfHappenings(
              new Read.Got<>(new SightingPage(List.of(), Optional.empty())));
        }
      }
      office.passes(HALF_AN_HOUR);

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(first(office).count()).isEqualTo(new Count(1, 0, 1));
    }
  }

  @Test
  void readingsTakeNoMoreThanTheirShareOfTheCalls() {
    try (var office = open()) {
      for (int i = 0; i < 100; i++) {
        office.crm.has(seen(missedCall("c" + i, new ContactId("p" + i), after(1))));
      }
      office.passes(EVERY);
      int before = office.crm.looked().size();
      office.passes(Duration.ofMinutes(2));

      // one in five seconds where commands have ten per second
      assertThat(office.crm.looked().size() - before).isBetween(15, 24);
    }
  }

  @Test
  void whateverAPageTakesIsSavedUpForAlsoWhereItFails() {
    try (var office = open()) {
      office.crm.whileReading(() -> {
        for (int i = 0; i < 24; i++) {
          office.crm.contact(BOB, Set.of());
        }
      });
      office.crm.readsOfHappenings(new Read.TryLater<>(Duration.ZERO, "500: broken off"));
      office.passes(EVERY.plusSeconds(61));
      int before = office.crm.looked().size();

      // whether it was read a minute ago or just now hangs on when everybody was read first
      office.passes(Duration.ofSeconds(40));
      assertThat(office.crm.looked()).hasSize(before);

      office.passes(Duration.ofSeconds(90));
      assertThat(office.crm.looked()).hasSizeGreaterThan(before);
    }
  }

  @Test
  void aPageThatIsLargerThanTheInboxIsTakenInByParts() {
    try (var office = Office.opened(folder, config().withInboxBound(1), textBack())) {
      office.crm.has(seen(missedCall("c1", ANN, after(1))));
      office.crm.has(seen(missedCall("c2", BOB, after(1))));
      office.passes(Duration.ofMinutes(15));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.crm.texts(BOB)).hasSize(1);
      assertThat(round(office).count()).isEqualTo(new Count(2, 0, 2));
    }
  }

  @Test
  void commandsGoBeforeReadings() {
    var slow = config().with(new Pace(1, 1, 1.0 / 600, Patience.usual().jitter(0)));
    try (var office = Office.opened(folder, slow, textBack())) {
      office.happens(missedCall("c1", ANN, NOON));
      office.happens(missedCall("c2", BOB, NOON));
      int before = office.crm.looked().size();

      office.passes(Duration.ofMinutes(9));

      assertThat(office.crm.texts(BOB)).isEmpty();
      assertThat(office.crm.looked()).hasSize(before);

      office.passes(HALF_AN_HOUR);
      assertThat(office.crm.texts(BOB)).hasSize(1);
      assertThat(office.crm.looked()).hasSizeGreaterThan(before);
    }
  }

  @Test
  void whatCannotBeTranslatedIsSetAsideAndTheRestGoesOn() {
    try (var office = open()) {
      office.crm.has(new Sighting(Kind.MESSAGES, "x", "1", "bob", after(1), FakeInbound.GARBLED));
      office.crm.has(seen(missedCall("c1", ANN, after(1))));
      office.passes(Duration.ofMinutes(10));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.records().setAside(HERE)).hasSize(1);
      assertThat(round(office).lookedAt()).isPresent();
    }
  }

  @Test
  void countsAreMetricsToo() {
    try (var office = open()) {
      DomainEvent call = missedCall("c1", ANN, after(1));
      office.crm.has(seen(call));
      office.crm.has(seen(missedCall("c2", BOB, after(1))));
      office.happens(call);
      office.passes(HALF_AN_HOUR);

      assertThat(office.counted("interlock.readings", "told", "webhook")).isEqualTo(1);
      assertThat(office.counted("interlock.readings", "told", "reading")).isEqualTo(1);
      assertThat(List.of(round(office).count())).containsExactly(new Count(2, 1, 1));
    }
  }
}
