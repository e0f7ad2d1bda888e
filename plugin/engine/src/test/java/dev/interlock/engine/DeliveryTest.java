package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.crm.Read;
import dev.interlock.engine.inbox.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of webhooks, however they come.
class DeliveryTest {
  @TempDir Path folder;

  @Test
  void aForgedWebhookIsRefusedAndStartsNothing() {
    try (var office = Office.opened(folder, textBack())) {
      byte[] body = FakeInbound.body(missedCall(ANN));

      Answer answer = office.deliver("forged", "here", "d1", "ann", body);

      office.settle();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(office.crm.told()).isEmpty();
      assertThat(office.records().totals(HERE).events()).isZero();
    }
  }

  @Test
  void aWebhookForAnInstallationThatIsNotLiveYetIsAskedToComeAgain() {
    try (var office = Office.opened(folder, textBack())) {
      byte[] body = FakeInbound.body(missedCall(ANN));

      assertThat(office.deliver("good", "elsewhere", "d1", "ann", body).status()).isEqualTo(429);
    }
  }

  @Test
  void aDeliveryThatComesTwiceIsWorkedOnOnce() {
    try (var office = Office.opened(folder, textBack())) {
      byte[] body = FakeInbound.body(missedCall(ANN));

      Answer first = office.deliver("d1", "ann", body);
      office.settle();
      Answer second = office.deliver("d1", "ann", body);
      office.settle();

      assertThat(first.status()).isEqualTo(200);
      assertThat(second).isEqualTo(new Answer(200, "known already"));
      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void anEventThatComesByTwoDeliveriesIsHeardOnce() {
    try (var office = Office.opened(folder, textBack())) {
      DomainEvent call = missedCall(ANN);
      DomainEvent answer = reply(ANN, "yes");
      office.happens(call);
      office.happens(answer);

      office.deliver("again-1", "ann", FakeInbound.body(call));
      office.deliver("again-2", "ann", FakeInbound.body(answer));
      office.settle();

      assertThat(office.endings(ANN)).containsExactly("text-back: answered");
      assertThat(office.story(ANN).refusals()).isEmpty();
      assertThat(office.story(ANN).events()).hasSize(2);
    }
  }

  @Test
  void aReplyThatOvertakesTheCallChangesNothing() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(reply(ANN, "hello?"));
      office.happens(missedCall(ANN));

      assertThat(office.endings(ANN)).containsExactly("text-back: AWAITING");
    }
  }

  @Test
  void whatCannotBeTranslatedIsSetAsideAndHoldsNobodyUp() {
    try (var office = Office.opened(folder, textBack())) {
      office.deliver("d1", "ann", FakeInbound.GARBLED.getBytes(StandardCharsets.UTF_8));
      office.happens(missedCall(ANN));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.records().totals(HERE).setAside()).isEqualTo(1);
      assertThat(office.records().attention(HERE)).hasSize(1);
    }
  }

  @Test
  void aDeliveryWhoseNamesAreUnknownWaitsForThem() {
    try (var office = Office.opened(folder, textBack())) {
      office.inbound.namesAreUnknown.set(true);
      office.happens(missedCall(ANN));
      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.engine.nextAlarm()).isPresent();

      office.inbound.namesAreUnknown.set(false);
      office.passes(Duration.ofMinutes(1));

      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void aDeliveryWhoseNamesNeverComeIsSetAsideInTheEnd() {
    try (var office = Office.opened(folder, textBack())) {
      office.inbound.namesAreUnknown.set(true);
      office.happens(missedCall(ANN));

      office.passes(Duration.ofHours(2));

      assertThat(office.records().totals(HERE).setAside()).isEqualTo(1);
      assertThat(office.engine.nextAlarm()).isEmpty();
    }
  }

  @Test
  void aDeliveryThatWaitedWhileTheMachineSleptIsNotSetAsideForIt() {
    try (var office = Office.opened(folder, textBack())) {
      office.inbound.namesAreUnknown.set(true);
      office.happens(missedCall(ANN));
      office.clock.moveTo(NOON.plus(Duration.ofHours(2)));
      office.settle();

      office.inbound.namesAreUnknown.set(false);
      office.passes(Duration.ofMinutes(1));

      assertThat(office.records().totals(HERE).setAside()).isZero();
      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void whenTooMuchWaitsTheCrmIsAskedToTryAgain() {
    var config = Office.config().withInboxBound(1);
    try (var office = Office.opened(folder, config, textBack())) {
      office.inbound.namesAreUnknown.set(true);
      office.happens(missedCall(ANN));

      DomainEvent call = missedCall(BOB);
      Answer refused = office.deliver("d2", "bob", FakeInbound.body(call));
      assertThat(refused.status()).isEqualTo(429);

      office.inbound.namesAreUnknown.set(false);
      office.passes(Duration.ofMinutes(1));
      Answer accepted = office.deliver("d2", "bob", FakeInbound.body(call));
      office.settle();
      assertThat(accepted.status()).isEqualTo(200);
      assertThat(office.crm.texts(BOB)).hasSize(1);
    }
  }

  @Test
  void aDecisionThatNeedsTheContactWaitsUntilItCanBeRead() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.reads(new Read.TryLater<ContactSnapshot>(Duration.ofSeconds(30), "an outage"));
      office.happens(missedCall(ANN));
      assertThat(office.crm.told()).isEmpty();

      office.passes(Duration.ofSeconds(29));
      assertThat(office.crm.told()).isEmpty();
      office.passes(Duration.ofSeconds(1));

      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void aDeliveryAboutTwoContactsReachesBoth() {
    try (var office = Office.opened(folder, textBack())) {
      office.deliver("d1", "ann", FakeInbound.body(missedCall(BOB), missedCall(ANN)));
      office.settle();

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.crm.texts(BOB)).hasSize(1);
    }
  }
}
