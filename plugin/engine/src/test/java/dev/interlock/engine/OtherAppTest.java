package dev.interlock.engine;

import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.event;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.Step;
import dev.interlock.crm.Sent;
import dev.interlock.engine.read.EventLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A message that went out through the CRM's API is ours or another app's, and the CRM does not say
/// whose.
class OtherAppTest {
  private static final String AN_SMS = "another app sent a text message";

  @TempDir Path folder;

  private static DomainEvent sent(Channel channel, String message) {
    var what = new Happening.MessageOutcome(Delivery.SENT, channel, new MessageId(message), "");
    return event(ANN, what, Provenance.UNKNOWN);
  }

  private static DomainEvent sent(String message) {
    return sent(Channel.SMS, message);
  }

  private static DomainEvent later(Channel channel, String message, Office office) {
    return new DomainEvent(
        "later", ANN, office.clock.instant(), sent(channel, message).what(), Provenance.UNKNOWN);
  }

  private static Contract watchful(Step first) {
    return workflow("watchful")
        .title("Watchful")
        .owner("Front desk")
        .purpose("Somebody watches.")
        .startsWhen(callMissed(), milestone("Somebody tried to reach us"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .throughout(whenever(foreignHand(HandAct.MESSAGED)).thenExit("taken-over"))
        .path(
            first,
            await("answer").when(replied()).thenExit("cold").silentFor(days(9)).thenExit("cold"))
        .exits(exit("taken-over", HANDOVER), exit("cold", UNRESPONSIVE))
        .build();
  }

  private static boolean isTakenOver(Office office) {
    return office.endings(ANN).equals(List.of("watchful: taken-over"));
  }

  private static List<String> words(Office office) {
    return office.story(ANN).events().stream().map(EventLine::words).toList();
  }

  @Test
  void aMessageOfAnotherAppIsAForeignHand() {
    try (var office = Office.opened(folder, watchful(sms("hello", "Hi")))) {
      office.happens(missedCall(ANN));
      office.happens(sent("m99"));

      assertThat(isTakenOver(office)).isTrue();
      assertThat(words(office)).contains(AN_SMS);
    }
  }

  @Test
  void ourOwnIsNone() {
    try (var office = Office.opened(folder, watchful(sms("hello", "Hi")))) {
      office.happens(missedCall(ANN));
      office.happens(sent("m1"));

      assertThat(isTakenOver(office)).isFalse();
      assertThat(words(office)).doesNotContain(AN_SMS);
    }
  }

  @Test
  void ourOwnOfWhichIsHeardBeforeTheAnswerIsNone() {
    try (var office = Office.opened(folder, watchful(sms("hello", "Hi")))) {
      office.crm.interrupted(() -> office.arrives(sent("m1")));
      office.happens(missedCall(ANN));

      assertThat(isTakenOver(office)).isFalse();
      assertThat(words(office)).doesNotContain(AN_SMS);
    }
  }

  @Test
  void ourOwnThatIsInDoubtIsNone() {
    try (var office = Office.opened(folder, watchful(sms("hello", "Hi")))) {
      office.crm.doesAndAnswers(new Sent.InDoubt("a timeout"));
      office.happens(missedCall(ANN));
      office.happens(sent("m1"));

      assertThat(isTakenOver(office)).isFalse();
    }
  }

  @Test
  void noneIsSeenWhileAMessageOfOursIsStillToGoOut() {
    try (var office = Office.opened(folder, watchful(sms("hello", "Hi")))) {
      office.crm.answers(new Sent.TryLater(Duration.ofMinutes(5), "busy", true));
      office.happens(missedCall(ANN));
      office.happens(sent("m77"));
      assertThat(isTakenOver(office)).isFalse();

      office.passes(Duration.ofHours(2));
      office.happens(later(Channel.SMS, "m78", office));

      assertThat(isTakenOver(office)).isTrue();
    }
  }

  @Test
  void ourOwnEmailByItsOtherNumberIsNone() {
    try (var office = Office.opened(folder, watchful(email("hello", "Hi", "Hello")))) {
      office.happens(missedCall(ANN));
      office.passes(Duration.ofHours(2));
      office.happens(later(Channel.EMAIL, "mail1", office));

      assertThat(isTakenOver(office)).isFalse();
    }
  }

  @Test
  void anEmailIsNobodysElseSoSoonAfterOurs() {
    try (var office = Office.opened(folder, watchful(email("hello", "Hi", "Hello")))) {
      office.happens(missedCall(ANN));
      office.happens(sent(Channel.EMAIL, "the-exchange"));
      assertThat(isTakenOver(office)).isFalse();

      office.passes(Duration.ofHours(2));
      office.happens(later(Channel.EMAIL, "another", office));

      assertThat(isTakenOver(office)).isTrue();
    }
  }

  @Test
  void whoIsUnderNoContractIsWrittenToByAnybody() {
    try (var office = Office.opened(folder, watchful(sms("hello", "Hi")))) {
      office.happens(sent("m99"));

      assertThat(words(office)).doesNotContain(AN_SMS);
    }
  }
}
