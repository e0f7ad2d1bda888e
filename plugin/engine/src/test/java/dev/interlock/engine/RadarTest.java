package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.ForeignCount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What others do with contacts for whom workflows are at work is seen, though no contract listens.
class RadarTest {
  @TempDir Path folder;

  private static DomainEvent texted(Office office, String id, ContactId contact, Hand hand) {
    var what = new Happening.ForeignHandActed(hand, HandAct.MESSAGED, "sent a text message");
    return new DomainEvent(id, contact, office.clock.instant(), what, Provenance.FOREIGN);
  }

  private static DomainEvent throughTheApi(Office office, String message) {
    var what = new Happening.MessageOutcome(Delivery.SENT, Channel.SMS, new MessageId(message), "");
    return new DomainEvent(
        "sent-" + message, ANN, office.clock.instant(), what, Provenance.UNKNOWN);
  }

  private static List<ForeignCount> counts(Office office) {
    return office.records().foreignActs(HERE, office.clock.instant().minus(Duration.ofDays(7)));
  }

  private static List<AttentionLine> raised(Office office) {
    return office.records().attention(HERE).stream()
        .filter(line -> line.concern() == Concern.FOREIGN_HAND)
        .toList();
  }

  @Test
  void whatAnAutomationAndAnotherAppWroteIsCountedAndRaisedOnceADay() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.happens(texted(office, "f1", ANN, Hand.AUTOMATION));
      office.happens(texted(office, "f2", ANN, Hand.AUTOMATION));
      office.happens(throughTheApi(office, "m99"));

      assertThat(counts(office))
          .containsExactlyInAnyOrder(
              new ForeignCount(Hand.AUTOMATION, HandAct.MESSAGED, 2),
              new ForeignCount(Hand.OTHER_APP, HandAct.MESSAGED, 1));
      assertThat(raised(office))
          .allSatisfy(line -> assertThat(line.contact()).contains(ANN))
          .extracting(AttentionLine::words)
          .satisfiesExactly(
              words ->
                  assertThat(words)
                      .startsWith(
                          "an automation of the CRM sent a text message on 3 March 2026,"
                              + " while a workflow was at work"),
              words -> assertThat(words).startsWith("another app sent a text message on"));
    }
  }

  @Test
  void anotherDayIsRaisedAnewAndAWeekLaterNothingIsCounted() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.happens(texted(office, "f1", ANN, Hand.AUTOMATION));
      office.clock.moveTo(NOON.plus(Duration.ofHours(20)));
      office.happens(texted(office, "f2", ANN, Hand.AUTOMATION));
      assertThat(raised(office)).hasSize(2);

      office.clock.moveTo(NOON.plus(Duration.ofDays(9)));
      assertThat(counts(office)).isEmpty();
    }
  }

  @Test
  void whatWasAcknowledgedIsNotRaisedAgainThatDay() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.happens(texted(office, "f1", ANN, Hand.AUTOMATION));
      String words = raised(office).getFirst().words();
      office.engine.operator(HERE).acknowledge(words, "Eve").join();
      office.happens(texted(office, "f2", ANN, Hand.AUTOMATION));

      assertThat(raised(office)).isEmpty();
      assertThat(counts(office)).extracting(ForeignCount::count).containsExactly(2L);
    }
  }

  @Test
  void colleaguesAndContactsUnderNoContractAreNotWatched() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.happens(texted(office, "f1", ANN, Hand.STAFF));
      office.happens(texted(office, "f2", BOB, Hand.AUTOMATION));

      assertThat(counts(office)).isEmpty();
      assertThat(raised(office)).isEmpty();
    }
  }
}
